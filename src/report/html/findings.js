
// ---- the list of findings: filter, sort, search ------------------------------------------------

const COLUMNS = [
  ["verdict", "Verdict"],
  ["severity", "Severity"],
  ["rule", "Rule"],
  ["key", "Subject"],
  ["when", "When"],
  ["team", "Team"],
];
const ROWS = [50, 200, 1000];

/** The number by which findings are put in order, or their text. */
function sortValue(store, column) {
  const all = store.findings;
  if (column === "verdict") return (i) => all.verdict[i];
  if (column === "severity") return (i) => store.index.rules[all.rule[i]][2];
  if (column === "rule") return (i) => store.index.rules[all.rule[i]][0];
  if (column === "key") return (i) => all.key[i];
  if (column === "team") {
    return (i) => (all.team[i] === null ? "\uffff" : store.index.parties[all.team[i]][1]);
  }
  if (column === "due") return (i) => (all.due[i] === null ? Infinity : all.due[i]);
  return (i) => {
    const day = all.from[i] === null ? all.due[i] : all.from[i];
    return day === null ? Infinity : day;
  };
}

function compare(left, right) {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/** Findings that the state asks for, in its order. */
async function chosen(store, state, only) {
  const all = store.findings;
  const terms = (state.q || "").toLowerCase().split(/\s+/).filter((term) => term !== "");
  const texts = terms.length > 0 ? await store.searched() : [];
  const verdict = store.index.verdicts.indexOf(state.verdict);
  const severity = store.index.severities.indexOf(state.severity);
  const rule = store.ruleNumbers.get(state.rule);
  const team = store.partyNumbers.get(`team-${state.team}`);
  const found = [];
  const consider = (i) => {
    if (state.verdict && all.verdict[i] !== verdict) return;
    if (state.severity && store.index.rules[all.rule[i]][2] !== severity) return;
    if (state.rule && all.rule[i] !== rule) return;
    if (state.team && all.team[i] !== team) return;
    if (state.open && !whenText(store, i).startsWith("since")) return;
    if (terms.every((term) => texts[i].includes(term))) found.push(i);
  };
  if (only) only.forEach(consider);
  else for (let i = 0; i < store.count; i += 1) consider(i);
  if (state.sort) {
    const down = state.sort.startsWith("-");
    const value = sortValue(store, down ? state.sort.slice(1) : state.sort);
    const values = new Map(found.map((i) => [i, value(i)]));
    found.sort((left, right) => {
      const order = compare(values.get(left), values.get(right));
      return (down ? -order : order) || left - right;
    });
  }
  return found;
}

function evidenceTable(details) {
  const rows = details[0].map(([path, value, resource, key]) => make("tr", {},
    make("th", { scope: "row" }, data(path)),
    make("td", {}, value === null ? make("span", { class: "quiet" }, "missing") : data(value)),
    make("td", {}, data(resource)),
    make("td", {}, data(key))));
  return table("What the rule read", ["What", "Value", "Table", "Row"], rows);
}

function needsList(details) {
  const items = details[1].map(([resource, key, field]) => make("li", {},
    make("code", {}, data(field || "a row")), " of ", data(resource),
    key === "" ? null : " ", key === "" ? null : data(key)));
  return [make("h4", {}, "What would settle it"), make("ul", {}, ...items)];
}

/** All that is known of a finding. */
async function detailsOf(store, finding) {
  const details = await store.details(finding);
  const rule = store.rule(store.findings.rule[finding]);
  const parts = [make("p", {}, link(rule.title, ruleTarget(rule.id)))];
  const parties = store.findings.parties[finding].map((party) => store.party(party));
  if (parties.length > 0) {
    const links = parties.map((party) => make("li", {},
      make("a", { href: `${partyTarget(party)}?finding=${finding}` },
        `Timeline of ${party.kind} `, data(party.key))));
    parts.push(make("ul", { class: "plain" }, ...links));
  }
  if (details[1].length > 0) parts.push(...needsList(details));
  if (rule.remedy !== "") parts.push(make("h4", {}, "What to do"), make("p", {}, data(rule.remedy)));
  if (details[3]) {
    parts.push(make("h4", {}, "Waived"), make("p", {}, "by ", data(details[3][0]),
      ` until ${dayText(details[3][1])}: `, data(details[3][2])));
  }
  if (details[0].length > 0) parts.push(evidenceTable(details));
  parts.push(make("p", { class: "quiet" }, "Fingerprint ", make("code", {}, details[2])));
  return parts;
}

/** A list of findings with its controls, in an element of the page. `only` are the findings that
 * it chooses among; none: all. */
class FindingList {
  constructor(store, place, id, changed, only = null) {
    this.store = store;
    this.place = place;
    this.id = id;
    this.changed = changed;
    this.only = only;
    this.state = {};
    this.turn = 0;
    this.made = false;
  }

  show(state) {
    this.state = state;
    if (!this.made) this.build();
    this.fields.forEach((field, name) => {
      const value = state[name] || "";
      if (field.type === "checkbox") field.checked = value === "1";
      else if (field.value !== value) field.value = value;
    });
    return this.fillRows();
  }

  change(name, value) {
    const state = { ...this.state, [name]: value };
    if (name !== "page") delete state.page;
    this.changed(state);
  }

  build() {
    this.made = true;
    this.fields = new Map();
    this.status = make("p", { role: "status", class: "status" });
    this.body = make("tbody");
    this.heads = new Map();
    const heads = COLUMNS.map(([name, title]) => {
      const head = make("th", { scope: "col" },
        make("button", { type: "button", class: "sort", onclick: () => this.sortBy(name) }, title));
      this.heads.set(name, head);
      return head;
    });
    this.pages = make("nav", { class: "pages", "aria-label": "Pages of findings" });
    this.place.replaceChildren(this.controls(), this.status,
      make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "List of findings" },
        make("table", { class: "findings" },
          make("caption", { class: "unseen" }, "Findings; the buttons in the head sort"),
          make("thead", {}, make("tr", {}, ...heads, make("th", { scope: "col" }, "What"))),
          this.body)),
      this.pages);
  }

  controls() {
    const { index } = this.store;
    const form = make("form", { class: "controls", role: "search",
      onsubmit: (event) => event.preventDefault() });
    form.append(this.field("q", "Search", make("input", { type: "search", autocomplete: "off" })));
    form.append(this.choice("verdict", "Verdict", this.present(index.verdicts, (i) => this.store.verdict(i))));
    form.append(this.choice("severity", "Severity", index.severities));
    if (this.only === null) {
      const rules = this.present(index.rules.map(([id]) => id),
        (i) => index.rules[this.store.findings.rule[i]][0]);
      form.append(this.choice("rule", "Rule", rules));
      const teams = index.parties.filter(([kind]) => index.kinds[kind] === "team");
      if (teams.length > 0) form.append(this.choice("team", "Team", teams.map(([, key]) => key)));
    }
    form.append(this.field("open", "Open breaches only", make("input", { type: "checkbox" })));
    form.append(make("button", { type: "button", onclick: () => this.changed({}) }, "Show all"));
    return form;
  }

  /** Of some values those that findings have. */
  present(values, of) {
    const found = new Set();
    for (let i = 0; i < this.store.count; i += 1) found.add(of(i));
    return values.filter((value) => found.has(value));
  }

  field(name, title, input) {
    input.id = `${this.id}-${name}`;
    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      const value = input.type === "checkbox" ? (input.checked ? "1" : "") : input.value;
      waiting = setTimeout(() => this.change(name, value), input.type === "search" ? 200 : 0);
    });
    this.fields.set(name, input);
    return make("div", { class: input.type === "checkbox" ? "field check" : "field" },
      make("label", { for: input.id }, title), input);
  }

  choice(name, title, values) {
    const options = values.map((value) => make("option", { value }, words(value)));
    return this.field(name, title, make("select", {}, make("option", { value: "" }, "all"), ...options));
  }

  sortBy(name) {
    const next = { [name]: `-${name}`, [`-${name}`]: "" };
    this.change("sort", next[this.state.sort] ?? name);
  }

  async fillRows() {
    this.turn += 1;
    const { turn } = this;
    const found = await chosen(this.store, this.state, this.only);
    const size = Number(this.state.rows) || ROWS[0];
    const last = Math.max(0, Math.ceil(found.length / size) - 1);
    const page = Math.min(Math.max(0, (Number(this.state.page) || 1) - 1), last);
    const rows = [];
    for (const finding of found.slice(page * size, (page + 1) * size)) {
      // eslint-disable-next-line no-await-in-loop
      rows.push(this.row(finding, await this.store.message(finding)));
    }
    if (turn !== this.turn) return;
    this.body.replaceChildren(...rows);
    this.tell(found, page, size, last);
  }

  tell(found, page, size, last) {
    const all = this.only ? this.only.length : this.store.count;
    const part = found.length > size
      ? `, ${number(page * size + 1)} to ${number(Math.min(found.length, (page + 1) * size))} shown` : "";
    this.status.textContent = found.length === all
      ? `${counted(all, "finding")}${part}`
      : `${number(found.length)} of ${counted(all, "finding")}${part}`;
    const { sort } = this.state;
    this.heads.forEach((head, name) => {
      if (sort === name) head.setAttribute("aria-sort", "ascending");
      else if (sort === `-${name}`) head.setAttribute("aria-sort", "descending");
      else head.removeAttribute("aria-sort");
    });
    this.turnPages(page, last, size);
  }

  turnPages(page, last, size) {
    const had = this.pages.contains(document.activeElement) ? document.activeElement.dataset.to : "";
    const go = (title, to, enabled) => make("button",
      { type: "button", "data-to": title, "aria-disabled": enabled ? null : "true",
        onclick: () => enabled && this.change("page", String(to + 1)) }, title);
    const rows = make("select", { id: `${this.id}-rows`,
      onchange: (event) => this.change("rows", event.target.value) },
    ...ROWS.map((value) => make("option", { value, selected: value === size }, String(value))));
    this.pages.replaceChildren(
      go("First", 0, page > 0), go("Previous", page - 1, page > 0),
      make("span", {}, `Page ${number(page + 1)} of ${number(last + 1)}`),
      go("Next", page + 1, page < last), go("Last", last, page < last),
      make("label", { for: `${this.id}-rows` }, "Rows"), rows);
    const again = [...this.pages.children].find((child) => had && child.dataset.to === had);
    if (again) again.focus();
  }

  row(finding, message) {
    const { store } = this;
    const rule = store.rule(store.findings.rule[finding]);
    const team = store.findings.team[finding];
    const button = make("button", { type: "button", class: "more", "aria-expanded": "false" },
      "Details", make("span", { class: "unseen" }, ` of ${rule.id}, ${store.findings.key[finding]}`));
    const what = make("td", {}, make("p", {}, data(message || rule.title)), button);
    button.addEventListener("click", () => this.toggle(finding, button));
    return make("tr", { "data-finding": finding },
      make("td", {}, badge("verdict", store.verdict(finding))),
      make("td", {}, badge("tone", store.severity(finding))),
      make("td", { class: "code" }, link(rule.id, ruleTarget(rule.id))),
      make("td", { class: "code" }, data(store.findings.key[finding])),
      make("td", { class: "when" }, whenText(store, finding)),
      make("td", { class: "code" }, team === null ? "" : link(store.party(team).key, partyTarget(store.party(team)))),
      what);
  }

  /** Opens and closes the row below that has the details. */
  async toggle(finding, button) {
    const row = button.closest("tr");
    if (button.getAttribute("aria-expanded") === "true") {
      button.setAttribute("aria-expanded", "false");
      row.nextElementSibling.remove();
      return;
    }
    button.setAttribute("aria-expanded", "true");
    const below = make("tr", { class: "below" }, make("td", { colspan: COLUMNS.length + 1 }));
    row.after(below);
    below.firstChild.append(make("div", { class: "details" }, ...await detailsOf(this.store, finding)));
  }
}
