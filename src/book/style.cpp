#include "book/style.h"

namespace remit::book {

const std::string_view kStyle = R"css(:root {
  --page: #ffffff; --ink: #1b1f24; --quiet: #4d5661; --line: #c9d0d8; --card: #f6f8fa;
  --link: #0b57a4; --critical: #a3182a; --major: #8a4300; --minor: #2b5c8a; --info: #4d5661;
  --mark: #fff4d6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --ink: #e7eaee; --quiet: #aab3bd; --line: #3d4650; --card: #1d2228;
    --link: #8cc2ff; --critical: #ff9aa5; --major: #ffb877; --minor: #9cc8f5; --info: #aab3bd;
    --mark: #3a3013;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 50rem; background: var(--page);
  color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0.5rem 0; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.15rem; margin: 0 0 0.35rem; }
header p, .lead, .facts { color: var(--quiet); }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; padding: 0.6rem 1rem; background: var(--page); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
nav ul { list-style: none; padding-left: 0; }
nav ul ul { padding-left: 1.25rem; }
nav li { margin: 0.3rem 0; }
nav > ul > li > a { font-weight: 600; }
code { font: 0.875em/1.4 ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
nav code, .facts code, td a code { white-space: nowrap; }
article {
  margin: 1.25rem 0; padding: 1rem 1.1rem; border: 1px solid var(--line); border-left: 5px solid var(--line);
  border-radius: 6px; background: var(--card);
}
article.critical { border-left-color: var(--critical); }
article.major { border-left-color: var(--major); }
article.minor { border-left-color: var(--minor); }
article.info { border-left-color: var(--info); }
article.critical .facts strong { color: var(--critical); }
article.major .facts strong { color: var(--major); }
article.minor .facts strong { color: var(--minor); }
article:target, tr:target { background: var(--mark); }
.facts { margin: 0 0 0.75rem; font-size: 0.9rem; }
.warning { padding: 0.5rem 0.75rem; border: 1px solid var(--major); border-radius: 4px; }
.sentences p { margin: 0.4rem 0; }
.sentences ul, dd ul, article > ul { margin: 0.25rem 0; padding-left: 1.4rem; }
dl { margin: 0.9rem 0 0; padding-top: 0.6rem; border-top: 1px solid var(--line); font-size: 0.93rem; }
dl > div { display: grid; grid-template-columns: 7rem 1fr; gap: 0.75rem; margin: 0.45rem 0; }
dt { font-weight: 600; color: var(--quiet); }
dd { margin: 0; min-width: 0; }
dd > ul { padding-left: 1.1rem; margin-top: 0; }
.wide { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.93rem; }
caption { text-align: left; font-weight: 600; padding: 0.4rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.6rem; border: 1px solid var(--line); }
thead th { background: var(--card); }
tbody th { font-weight: 400; }
@media (max-width: 36rem) {
  body { padding: 1rem 0.85rem 3rem; }
  h1 { font-size: 1.6rem; }
  article { padding: 0.8rem; }
  dl > div { display: block; }
  table { min-width: 34rem; }
}
@media print {
  :root {
    --page: #ffffff; --ink: #000000; --quiet: #333333; --line: #999999; --card: #ffffff; --link: #000000;
    --critical: #000000; --major: #000000; --minor: #000000; --info: #333333; --mark: #ffffff;
  }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .skip { display: none; }
  h2, h3 { break-after: avoid; }
  article { padding: 0.6rem 0.8rem; }
  p, li, tr, dl > div { break-inside: avoid; }
  .wide { overflow: visible; padding-right: 1px; }
  table { min-width: 0; }
  main a[href^="http"]::after {
    content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere;
  }
}
)css";

}  // namespace remit::book
