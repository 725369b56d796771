
// ---- timelines ---------------------------------------------------------------------------------
// Lengths along the page are percentages, so that texts keep their size on a narrow one.

const ROW = 20;
const HEAD = 22;
const TOP = 26;

function labelOf(lane, values) {
  const named = lane.fields.map(([, names], i) => (names ? values[i] : "")).filter((value) => value);
  return named.map(words).join(", ");
}

/** The keys of others that a row names, as `worker W1`. */
function othersOf(store, lane, values, party) {
  return lane.fields.map(([title, , leads], i) => {
    if (leads === null || values[i] === "" || values[i] === party.key) return "";
    const kind = store.index.kinds[leads];
    return title.endsWith(" id") || title === kind ? `${kind} ${values[i]}` : `${title} ${values[i]}`;
  }).filter((text) => text !== "");
}

/** First and last day shown. */
function rangeOf(store, track, findings, wanted) {
  const { asOf } = store.index;
  const all = store.findings;
  const starts = findings.map((i) => all.from[i]).filter((day) => day !== null);
  const ends = findings.map((i) => (all.from[i] === null ? all.due[i] : Math.min(all.to[i] ?? asOf, asOf)))
    .filter((day) => day !== null);
  const dues = findings.map((i) => all.due[i]).filter((day) => day !== null);
  const dated = track.entries.filter((entry) => entry.from !== null);
  const last = Math.max(asOf, ...dues) + 21;
  const earliest = dated.reduce((least, entry) => Math.min(least, entry.from), asOf);
  if (wanted === "all") return [Math.min(earliest, ...starts) - 14, last];
  if (wanted === "years" || starts.length === 0) return [asOf - 731, last];
  const start = Math.min(...starts);
  const end = Math.max(...ends);
  const margin = Math.max(60, Math.round((end - start) * 0.2));
  return [start - margin, end + Math.min(margin, Math.max(21, last - end))];
}

function ticksOf([first, last]) {
  const start = new Date(first * 86400000);
  const months = (last - first) / 30.4;
  // As many as find room beside each other.
  const most = Math.min(12, document.documentElement.clientWidth / 90);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => months / each <= most) || 240;
  const ticks = [];
  let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  month = Math.ceil((month + 1) / step) * step;
  for (; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
    if (day > last) return ticks;
    ticks.push([day, step >= 12 ? dayText(day).slice(0, 4) : dayText(day).slice(0, 7)]);
  }
}

class Timeline {
  constructor(store, party, track, findings, range) {
    this.store = store;
    this.party = party;
    this.track = track;
    this.findings = findings;
    [this.first, this.last] = range;
    this.y = TOP;
    this.marks = [];
  }

  /** Where a day begins, in percent. */
  x(day) {
    return ((day - this.first) / (this.last - this.first)) * 100;
  }

  percent(value) {
    return `${Math.min(100, Math.max(0, value)).toFixed(3)}%`;
  }

  shown(from, to) {
    return from !== null && from <= this.last && (to === null || to >= this.first);
  }

  span(from, to) {
    const left = Math.max(0, this.x(from));
    const right = Math.min(100, this.x(to === null ? this.last + 1 : to + 1));
    return [left, Math.max(0.35, right - left)];
  }

  heading(text) {
    this.marks.push(draw("text", { x: "0", y: this.y + 15, class: "lane" }, text));
    this.y += HEAD;
  }

  bar(kind, label, title, [left, width], row, open, step = ROW) {
    const y = this.y + row * step;
    const height = step - (step < ROW ? 2 : 4);
    const parts = [draw("title", {}, title),
      draw("rect", { class: kind, x: this.percent(left), y, width: this.percent(width), height, rx: 2 })];
    if (open) {
      parts.push(draw("line", { class: "lasts", x1: "100%", x2: "100%", y1: y, y2: y + height }));
    }
    if (width > 4 && step === ROW) {
      parts.push(draw("svg", { x: this.percent(left), y, width: this.percent(width), height },
        draw("text", { x: 5, y: 12.5, class: `in-${kind.split(" ")[0]}` }, label)));
    }
    return draw("g", {}, ...parts);
  }

  dot(kind, title, day, below) {
    return draw("g", {}, draw("title", {}, title),
      draw("circle", { class: kind, cx: this.percent(this.x(day + 0.5)), cy: this.y + below + 8, r: 5 }));
  }

  /** Puts what overlaps on rows below one another; gives the row of each and how many there are. */
  static stack(spans) {
    const ends = [];
    const rows = spans.map(([left, width]) => {
      let row = ends.findIndex((end) => end <= left);
      if (row < 0) row = ends.length;
      ends[row] = left + width + 0.3;
      return row;
    });
    return [rows, ends.length];
  }

  /** The stretches that are breached, through all lanes, and what is found on top. */
  addFindings(picked) {
    const all = this.store.findings;
    const dated = this.findings.filter((i) => all.from[i] !== null && this.shown(all.from[i], all.to[i]));
    const due = this.findings.filter((i) => all.due[i] !== null && this.shown(all.due[i], all.due[i]));
    if (dated.length + due.length === 0) return;
    this.heading("Findings");
    dated.sort((left, right) => all.from[left] - all.from[right]);
    const spans = dated.map((i) => this.span(all.from[i], all.to[i]));
    const [rows, count] = Timeline.stack(spans);
    dated.forEach((i, at) => {
      const verdict = this.store.verdict(i);
      const rule = this.store.rule(all.rule[i]);
      const kind = `${verdict}${picked === null || picked === i ? "" : " faint"}`;
      // A team has so many that all of them together would hide the rest.
      if (this.party.kind !== "team" || picked === i) this.bands.push(draw("rect", { class: `band ${kind}`, x: this.percent(spans[at][0]), y: TOP,
        width: this.percent(spans[at][1]), height: "100%" }));
      const title = `${words(verdict)}, ${rule.id} ${rule.title}, ${whenText(this.store, i)}`;
      this.marks.push(draw("a", { href: `${partyTarget(this.party)}?finding=${i}`, "aria-label": title },
        this.bar(`finding ${kind}`, `${rule.id} ${rule.title}`, title, spans[at], rows[at], false)));
    });
    this.y += count * ROW;
    due.forEach((i) => this.addDue(i));
    if (due.length > 0) this.y += ROW;
    this.y += 4;
  }

  addDue(i) {
    const rule = this.store.rule(this.store.findings.rule[i]);
    const day = this.store.findings.due[i];
    const x = this.percent(this.x(day));
    this.bands.push(draw("line", { class: "due", x1: x, x2: x, y1: TOP, y2: "100%" }));
    this.marks.push(this.dot("due", `due by ${dayText(day)}: ${rule.id} ${rule.title}`, day, 0));
  }

  addLane(lane, entries, read) {
    const seen = entries.filter((entry) => this.shown(entry.from, entry.to));
    if (seen.length === 0) return;
    this.heading(lane.title);
    const lasting = seen.filter((entry) => entry.to !== entry.from);
    const spans = lasting.map((entry) => this.span(entry.from, entry.to));
    const [rows, count] = Timeline.stack(spans);
    // Many at a time are drawn thin, without words.
    const step = count > 12 ? 9 : ROW;
    lasting.forEach((entry, at) => {
      const kind = `row${read.has(`${lane.name}|${entry.key}`) ? " read" : ""}`;
      this.marks.push(this.bar(kind, this.say(lane, entry), this.tell(lane, entry), spans[at], rows[at],
        entry.to === null, step));
    });
    const events = seen.filter((entry) => entry.to === entry.from);
    events.forEach((entry) => {
      const kind = `event${read.has(`${lane.name}|${entry.key}`) ? " read" : ""}`;
      this.marks.push(this.dot(kind, this.tell(lane, entry), entry.from, count * step));
    });
    this.y += count * step + (events.length > 0 ? ROW : 0) + 6;
  }

  say(lane, entry) {
    const others = othersOf(this.store, lane, entry.values, this.party);
    return [labelOf(lane, entry.values), ...others].filter((text) => text !== "").join(", ") || entry.key;
  }

  tell(lane, entry) {
    return `${lane.entity.replace(/_/g, " ")} ${entry.key}: ${this.say(lane, entry)}, ${spell(entry.from, entry.to)}`;
  }

  addAxis(height) {
    const marks = [];
    ticksOf([this.first, this.last]).forEach(([day, label]) => {
      const x = this.percent(this.x(day));
      marks.push(draw("line", { class: "grid", x1: x, x2: x, y1: TOP - 8, y2: height }));
      marks.push(draw("text", { x, y: 12, class: "quiet" }, label));
    });
    const now = this.percent(this.x(this.store.index.asOf + 1));
    marks.push(draw("line", { class: "now", x1: now, x2: now, y1: TOP - 8, y2: height }));
    return marks;
  }

  draw(picked, read) {
    this.bands = [];
    this.addFindings(picked);
    this.store.index.lanes.forEach((lane, number) => {
      this.addLane(lane, this.track.entries.filter((entry) => entry.lane === number), read);
    });
    const height = this.y + 4;
    const title = `Timeline of ${this.party.kind} ${this.party.key}`;
    return draw("svg", { role: "group", "aria-labelledby": "timeline-title timeline-desc", class: "timeline",
      width: "100%", height },
    draw("title", { id: "timeline-title" }, title),
    draw("desc", { id: "timeline-desc" }, "Findings on top, below them the rows of the data; the table below says the same."),
    ...this.addAxis(height), ...this.bands, ...this.marks);
  }
}

/** The rows of a track as a table, by date. */
function trackTable(store, party, track) {
  const entries = [...track.entries].sort((left, right) => compare(left.from ?? -1e9, right.from ?? -1e9)
    || left.lane - right.lane);
  const rows = entries.map((entry) => {
    const lane = store.index.lanes[entry.lane];
    const said = lane.fields.map(([title, , leads], i) => {
      const value = entry.values[i];
      if (value === "" || value === party.key) return null;
      const other = leads === null ? null : store.partyNumbers.get(`${store.index.kinds[leads]}-${value}`);
      const shown = other === undefined || other === null ? data(value) : link(value, partyTarget(store.party(other)));
      return make("li", {}, `${title}: `, shown);
    }).filter((item) => item !== null);
    return make("tr", {},
      make("td", { class: "when" }, spell(entry.from, entry.to)),
      make("td", {}, lane.title),
      make("th", { scope: "row", class: "code" }, data(entry.key)),
      make("td", {}, make("ul", { class: "inline" }, ...said)));
  });
  return table("Rows of the data, by date", ["When", "Table", "Row", "What"], rows);
}
