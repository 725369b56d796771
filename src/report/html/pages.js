
// ---- the pages of cases, workers, teams and rules ----------------------------------------------

const RANGES = [["breaches", "Around the findings"], ["years", "Last two years"], ["all", "All"]];

function readTrack([fields, values, entries]) {
  return {
    fields,
    values,
    entries: entries.map(([lane, key, from, to, shown]) => ({ lane, key, from, to, values: shown })),
  };
}

/** What the data say of a party in its own row. */
function factsOf(store, track) {
  const facts = track.fields.map(([title, , leads], i) => {
    const value = track.values[i];
    if (value === "") return null;
    const other = leads === null ? undefined : store.partyNumbers.get(`${store.index.kinds[leads]}-${value}`);
    return make("div", {}, make("dt", {}, title),
      make("dd", {}, other === undefined ? data(value) : link(value, partyTarget(store.party(other)))));
  }).filter((fact) => fact !== null);
  return facts.length === 0 ? null : make("dl", { class: "counts" }, ...facts);
}

/** The findings of a team or worker, counted by rule. */
function countsByRule(store, findings) {
  const counts = new Map();
  findings.forEach((i) => {
    const rule = store.findings.rule[i];
    if (!counts.has(rule)) counts.set(rule, new Array(store.index.verdicts.length).fill(0));
    counts.get(rule)[store.findings.verdict[i]] += 1;
  });
  const shown = store.index.verdicts.map((_, verdict) => verdict)
    .filter((verdict) => [...counts.values()].some((each) => each[verdict] > 0));
  const rows = [...counts].sort(([, left], [, right]) => compare(right, left) || right[0] - left[0])
    .map(([number_, each]) => {
      const rule = store.rule(number_);
      return make("tr", {}, make("th", { scope: "row" }, link(rule.id, ruleTarget(rule.id))),
        make("td", {}, data(rule.title)),
        make("td", {}, badge("tone", store.index.severities[rule.severity])),
        ...shown.map((verdict) => make("td", { class: "number" }, number(each[verdict]))));
    });
  return table("Findings by rule",
    ["Rule", "Title", "Severity", ...shown.map((verdict) => words(store.index.verdicts[verdict]))], rows, shown.length);
}

/** The rows that the finding is about, and those that its rule read. */
async function rowsRead(store, finding) {
  const read = new Set();
  if (finding === null) return read;
  const details = await store.details(finding);
  details[0].forEach(([, , resource, key]) => read.add(`${resource}|${key}`));
  return read;
}

class PartyPage {
  constructor(store, place, changed) {
    this.store = store;
    this.place = place;
    this.changed = changed;
    this.party = null;
  }

  async show(number_, state) {
    if (this.party === null || this.party.number !== number_) await this.build(number_);
    await this.drawTimeline(state);
    await this.list.show(state);
  }

  async build(number_) {
    const { store } = this;
    this.party = store.party(number_);
    this.track = readTrack(await store.track(number_));
    this.findings = store.of(number_);
    const listing = make("div");
    this.list = new FindingList(store, listing, "party-list", this.changed, this.findings);
    this.drawing = make("div", { class: "drawing" });
    const title = make("h2", { id: "party-title", tabindex: "-1" },
      `${this.party.kind.charAt(0).toUpperCase()}${this.party.kind.slice(1)} `, data(this.party.key));
    this.place.setAttribute("aria-labelledby", "party-title");
    this.place.replaceChildren(...[title, factsOf(store, this.track),
      make("h3", {}, "Timeline"), this.ranges(), this.drawing, this.legend(),
      make("details", {}, make("summary", {}, `As a table: ${counted(this.track.entries.length, "row")} of the data`),
        trackTable(store, this.party, this.track)),
      make("h3", {}, "Findings by rule"), countsByRule(store, this.findings),
      make("h3", {}, "Findings"), listing].filter((part) => part !== null));
  }

  ranges() {
    this.buttons = RANGES.map(([name, title]) => make("button", { type: "button", "data-range": name,
      onclick: () => this.changed({ ...this.list.state, range: name }) }, title));
    return make("div", { class: "ranges", role: "group", "aria-label": "Days shown" }, ...this.buttons);
  }

  legend() {
    const entry = (kind, title) => make("li", {}, draw("svg", { width: 14, height: 14, "aria-hidden": "true", class: "timeline" },
      draw("rect", { class: kind, width: 14, height: 14 })), ` ${title}`);
    return make("ul", { class: "legend" }, entry("finding violation", "violation"), entry("finding unknown", "unknown"),
      entry("row", "what lasts"), entry("event", "what happened on a day"), entry("row read", "what the chosen finding is judged by"),
      entry("due", "due"), entry("now", "end of the as-of date"));
  }

  async drawTimeline(state) {
    const asked = state.finding === undefined ? null : Number(state.finding);
    const picked = this.findings.includes(asked) ? asked : null;
    const usual = this.party.kind === "team" && picked === null ? "years" : "breaches";
    const wanted = RANGES.some(([name]) => name === state.range) ? state.range : usual;
    const read = await rowsRead(this.store, picked);
    const broken = this.findings.filter((i) => this.store.verdict(i) === "violation");
    const worst = broken.length > 0 ? broken : this.findings;
    const focus = picked === null ? worst : [picked];
    const range = rangeOf(this.store, this.track, focus, wanted);
    const timeline = new Timeline(this.store, this.party, this.track, this.findings, range);
    const parts = [timeline.draw(picked, read)];
    if (picked !== null) parts.unshift(await this.pickedText(picked));
    this.drawing.replaceChildren(...parts);
    this.buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.range === wanted)));
  }

  async pickedText(finding) {
    const { store } = this;
    const rule = store.rule(store.findings.rule[finding]);
    return make("p", { class: "picked" }, badge("verdict", store.verdict(finding)), " ",
      link(rule.id, ruleTarget(rule.id)), ` ${whenText(store, finding)}: `, data(await store.message(finding) || rule.title), " ",
      make("a", { href: partyTarget(this.party) }, "Show all findings"));
  }
}

/** Lists the findings of a rule in its view. */
class RulePages {
  constructor(store, changed) {
    this.store = store;
    this.changed = changed;
    this.lists = new Map();
  }

  async show(id, state) {
    if (!this.lists.has(id)) this.build(id);
    const list = this.lists.get(id);
    if (list !== null) await list.show(state);
  }

  build(id) {
    const { store } = this;
    const rule = store.ruleNumbers.get(id);
    const found = [];
    for (let i = 0; i < store.count; i += 1) if (store.findings.rule[i] === rule) found.push(i);
    const place = [...document.querySelectorAll(".of-rule")].find((each) => each.dataset.rule === id);
    if (found.length === 0) {
      this.lists.set(id, null);
      return;
    }
    const listing = make("div");
    place.append(make("h3", {}, "Findings"), listing);
    this.lists.set(id, new FindingList(store, listing, `list-${rule}`, this.changed, found));
  }
}
