
// ---- views and where links lead ----------------------------------------------------------------

/** Lets the columns of a table that stands in the file be sorted by the buttons of its head. */
function makeSortable(element) {
  const heads = [...element.tHead.rows[0].cells];
  const valueOf = (row, column) => {
    const cell = row.cells[Math.min(column, row.cells.length - 1)];
    const text = cell.textContent.trim();
    const severity = ["critical", "major", "minor", "info"].indexOf(text);
    if (severity >= 0) return severity;
    const value = Number(text.replace(/,/g, ""));
    return text === "" || Number.isNaN(value) ? text : value;
  };
  heads.forEach((head, column) => {
    const button = make("button", { type: "button", class: "sort" }, head.textContent);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...element.tBodies[0].rows];
      const order = (left, right) => {
        if (typeof left === typeof right) return compare(left, right);
        return typeof left === "number" ? -1 : 1;
      };
      rows.sort((left, right) => (down ? -1 : 1) * order(valueOf(left, column), valueOf(right, column)));
      element.tBodies[0].append(...rows);
    });
    head.replaceChildren(button);
  });
}

/** `#findings?verdict=due` as the view and what is chosen in it. */
function readHash() {
  const hash = window.location.hash.slice(1);
  const cut = hash.indexOf("?");
  const state = Object.fromEntries(new URLSearchParams(cut < 0 ? "" : hash.slice(cut + 1)));
  let view = cut < 0 ? hash : hash.slice(0, cut);
  try {
    view = decodeURIComponent(view);
  } catch {
    view = "overview";
  }
  return { view: view || "overview", state };
}

function writeHash(state) {
  const hash = window.location.hash.slice(1);
  const view = hash.split("?")[0] || "overview";
  const kept = Object.entries(state).filter(([, value]) => value !== "" && value !== undefined);
  const text = new URLSearchParams(kept).toString();
  const next = `#${view}${text === "" ? "" : "?"}${text}`;
  if (next === window.location.hash) return;
  window.history.pushState(null, "", next);
  showNext();
}

let store;
let list;
let rulePages;
let partyPage;
let whoList;
let shown = null;
let showing = Promise.resolve();

function showSection(section, moveFocus) {
  document.querySelectorAll("main > .view").forEach((view) => {
    view.classList.toggle("current", view === section);
  });
  const above = { party: "who" };
  const top = section.id.startsWith("rule-") ? "rules" : above[section.id] || section.id;
  document.querySelectorAll("header nav a").forEach((each) => {
    if (each.getAttribute("href") === `#${top}`) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  });
  const heading = section.querySelector("h2");
  if (!moveFocus || heading === null) return;
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** Shows what the address says. The focus moves to the heading of a view that is new. */
async function show() {
  const { view, state } = readHash();
  const moved = shown !== null && shown !== view;
  shown = view;
  let section = document.getElementById(view);
  const party = store.partyNumbers.get(view);
  if (party !== undefined) {
    section = document.getElementById("party");
    await partyPage.show(party, state);
  } else if (view === "who") {
    whoList.show(state);
  } else if (view === "findings") {
    await list.show(state);
  } else if (view.startsWith("rule-") && section !== null) {
    await rulePages.show(view.slice("rule-".length), state);
  }
  if (section === null || section.parentElement.id !== "main") {
    const inside = section !== null && section.closest("main > .view");
    if (inside) {
      showSection(inside, false);
      section.scrollIntoView();
      return;
    }
    section = document.getElementById("overview");
  }
  showSection(section, moved);
  const title = section.querySelector("h2");
  document.title = `${title.textContent} \u00b7 ${document.querySelector("h1").textContent}`;
}

/** One view is shown after the other, so that none is built twice. */
function showNext() {
  showing = showing.then(show);
  return showing;
}

async function start() {
  store = await Store.open();
  document.documentElement.classList.add("scripted");
  const who = document.getElementById("who");
  document.getElementById("party").hidden = false;
  if (store.index.parties.length > 0) {
    who.hidden = false;
    document.querySelector("header nav li:nth-child(3)").after(
      make("li", {}, make("a", { href: "#who" }, "Cases, workers, teams")));
  }
  document.querySelectorAll("table.sortable").forEach(makeSortable);
  document.querySelectorAll("a[data-to]").forEach((each) => each.setAttribute("href", each.dataset.to));
  const place = document.getElementById("all-findings");
  list = new FindingList(store, place, "list", writeHash);
  rulePages = new RulePages(store, writeHash);
  partyPage = new PartyPage(store, document.getElementById("party"), writeHash);
  whoList = new WhoList(store, who, writeHash);
  window.addEventListener("hashchange", showNext);
  await showNext();
  document.documentElement.dataset.ready = "yes";
}

start();
