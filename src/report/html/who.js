
// ---- the list of cases, workers and teams ------------------------------------------------------

/** How many findings of each verdict each party has. */
function countsOfParties(store) {
  const counts = store.index.parties.map(() => new Array(store.index.verdicts.length).fill(0));
  for (let i = 0; i < store.count; i += 1) {
    const verdict = store.findings.verdict[i];
    store.findings.parties[i].forEach((party) => { counts[party][verdict] += 1; });
    if (store.findings.team[i] !== null) counts[store.findings.team[i]][verdict] += 1;
  }
  return counts;
}

class WhoList {
  constructor(store, place, changed) {
    this.store = store;
    this.place = place;
    this.changed = changed;
    this.state = {};
    this.counts = null;
  }

  show(state) {
    this.state = state;
    if (this.counts === null) this.build();
    this.search.value = state.q || "";
    this.kind.value = state.kind || "";
    const term = this.search.value.trim().toLowerCase();
    const kind = this.store.index.kinds.indexOf(this.kind.value);
    const found = this.order.filter((party) => {
      const [each, key] = this.store.index.parties[party];
      return (kind < 0 || each === kind) && key.toLowerCase().includes(term);
    });
    const shown = found.slice(0, Number(state.rows) || ROWS[0]);
    this.body.replaceChildren(...shown.map((party) => this.row(party)));
    this.status.textContent = shown.length < found.length
      ? `The first ${number(shown.length)} of ${number(found.length)}, those with the most violations first`
      : `${number(found.length)}, those with the most violations first`;
    this.more.hidden = shown.length === found.length;
  }

  build() {
    const { store } = this;
    this.counts = countsOfParties(store);
    this.order = this.counts.map((_, party) => party)
      .sort((left, right) => this.compare(left, right));
    this.shownVerdicts = store.index.verdicts.map((_, verdict) => verdict)
      .filter((verdict) => this.counts.some((each) => each[verdict] > 0));
    this.search = make("input", { type: "search", id: "who-q", autocomplete: "off",
      oninput: () => this.changed({ ...this.state, q: this.search.value }) });
    this.kind = make("select", { id: "who-kind",
      onchange: () => this.changed({ ...this.state, kind: this.kind.value }) },
    make("option", { value: "" }, "all"),
    ...store.index.kinds.map((kind) => make("option", { value: kind }, `${kind}s`)));
    this.status = make("p", { role: "status", class: "status" });
    this.more = make("button", { type: "button",
      onclick: () => this.changed({ ...this.state, rows: String((Number(this.state.rows) || ROWS[0]) * 4) }) },
    "Show more");
    const verdicts = this.shownVerdicts.map((verdict) => words(store.index.verdicts[verdict]));
    const listing = table("Cases, workers and teams with findings", ["Key", "What", ...verdicts], [], verdicts.length);
    this.body = listing.querySelector("tbody");
    this.place.setAttribute("aria-labelledby", "who-title");
    this.place.replaceChildren(make("h2", { id: "who-title", tabindex: "-1" }, "Cases, workers, teams"),
      make("form", { class: "controls", role: "search", onsubmit: (event) => event.preventDefault() },
        make("div", { class: "field" }, make("label", { for: "who-q" }, "Search"), this.search),
        make("div", { class: "field" }, make("label", { for: "who-kind" }, "What"), this.kind)),
      this.status, listing, this.more);
  }

  compare(left, right) {
    const one = this.counts[left];
    const other = this.counts[right];
    const at = one.findIndex((count, verdict) => count !== other[verdict]);
    return at < 0 ? left - right : other[at] - one[at];
  }

  row(number_) {
    const party = this.store.party(number_);
    return make("tr", {},
      make("th", { scope: "row", class: "code" }, link(party.key, partyTarget(party))),
      make("td", {}, party.kind),
      ...this.shownVerdicts.map((verdict) => make("td", { class: "number" },
        number(this.counts[number_][verdict]))));
  }
}
