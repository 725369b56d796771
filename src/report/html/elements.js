
// ---- making elements ---------------------------------------------------------------------------
// Texts become text nodes: nothing that stands in the data can become markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  Object.entries(attributes).forEach(([name, value]) => {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  });
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** A text from the data, which may run in either direction. */
function data(text) {
  return make("bdi", {}, text);
}

function link(text, target) {
  return make("a", { href: target }, data(text));
}

function ruleTarget(id) {
  return `#rule-${encodeURIComponent(id)}`;
}

function partyTarget(party) {
  return `#${party.kind}-${encodeURIComponent(party.key)}`;
}

/** A day, given as days since 1970-01-01, as YYYY-MM-DD. */
function dayText(days) {
  const text = new Date(days * 86400000).toISOString();
  return text.slice(0, text.indexOf("T"));
}

function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

function counted(value, singular, plural = `${singular}s`) {
  return `${number(value)} ${value === 1 ? singular : plural}`;
}

function words(name) {
  return name.replace(/_/g, " ");
}

function badge(kind, name) {
  return make("span", { class: `${kind} ${name}` }, words(name));
}

function spell(from, to) {
  if (from === null) return "date not known";
  if (to === null) return `from ${dayText(from)}`;
  return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
}

/** When a finding was or will be; a breach that lasts on the as-of date is `since`. */
function whenText(store, finding) {
  const { from, to, due } = store.findings;
  if (from[finding] === null) return due[finding] === null ? "" : `by ${dayText(due[finding])}`;
  const breach = store.verdict(finding) === "violation";
  const lasts = to[finding] === null
    || (breach && to[finding] >= store.index.asOf && to[finding] > from[finding]);
  return lasts ? `since ${dayText(from[finding])}` : spell(from[finding], to[finding]);
}

/** A table in a region that scrolls; the last columns, so many, have numbers. */
function table(caption, columns, rows, numbers = 0) {
  const head = columns.map((column, i) => make("th",
    { scope: "col", class: i < columns.length - numbers ? "text" : "number" }, column));
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption },
    make("table", {},
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...rows)));
}
