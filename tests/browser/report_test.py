"""Opens an HTML report in a browser and uses it as a reader does.

    python3 tests/browser/report_test.py REPORT.html [--pictures FOLDER]
"""

import argparse
import pathlib
import shutil
import sys

from browser import Browser

READY = "document.documentElement && document.documentElement.dataset.ready === 'yes'"
STATUS = "document.querySelector('.view.current .status')"

passed = 0
failed = []


def check(what, holds):
    global passed
    if holds:
        passed += 1
    else:
        failed.append(what)
        print(f"FAILED: {what}")


def opened(browser, url, name):
    browser.open(url)
    browser.wait_for(READY)
    print(f"{name}: opened")


def go(browser, hash_):
    browser.run(f"location.hash = {hash_!r}; new Promise((done) => setTimeout(done, 50))")


def rows(browser):
    return browser.run("document.querySelectorAll('.view.current .findings tbody tr').length")


def status(browser):
    return browser.run(f"{STATUS}.textContent")


def column(browser, number):
    return browser.run("[...document.querySelectorAll('.view.current .findings tbody tr')]"
                       f".map((row) => row.cells[{number}].textContent)")


def check_overview(browser):
    check("the first screen counts six verdicts", browser.run("document.querySelectorAll('.tile').length") == 6)
    check("there are at least five charts", browser.run("document.querySelectorAll('figure svg[role]').length") >= 5)
    check("every chart has a title and a description", browser.run(
        "[...document.querySelectorAll('figure > svg')].every((svg) => svg.querySelector(':scope > title') "
        "&& svg.querySelector(':scope > desc'))"))
    check("only one view is shown", browser.run(
        "[...document.querySelectorAll('main > .view')].filter((view) => view.offsetHeight > 0).length") == 1)


def check_filters(browser):
    go(browser, "#findings")
    browser.wait_for(f"{STATUS} && {STATUS}.textContent !== ''")
    everything = status(browser)
    browser.run("const choice = document.getElementById('list-verdict'); choice.value = 'violation'; "
                "choice.dispatchEvent(new Event('input', {bubbles: true}))")
    browser.wait_for(f"{STATUS}.textContent !== {everything!r}")
    check("a filter leaves only what it asks for", set(column(browser, 0)) == {"violation"})
    check("the address says what is filtered", "verdict=violation" in browser.run("location.hash"))
    filtered = status(browser)
    subject = column(browser, 3)[0]
    browser.run(f"const field = document.getElementById('list-q'); field.value = {subject.lower()!r}; "
                "field.dispatchEvent(new Event('input', {bubbles: true}))")
    browser.wait_for(f"{STATUS}.textContent !== {filtered!r}")
    check("a search finds the subject", subject in column(browser, 3))
    browser.run("history.back()")
    browser.wait_for(f"{STATUS}.textContent === {filtered!r}")
    check("the way back leads to the filter before", browser.run("document.getElementById('list-q').value") == "")


def check_sorting(browser):
    go(browser, "#findings")
    head = "document.querySelectorAll('.view.current .findings th')[3]"
    for order, turned in (("ascending", False), ("descending", True)):
        browser.run(f"{head}.querySelector('button').click()")
        browser.wait_for(f"{head}.getAttribute('aria-sort') === '{order}'")
        keys = column(browser, 3)
        check(f"subjects are sorted, {order}", keys == sorted(keys, reverse=turned))


def check_details(browser):
    go(browser, "#findings?verdict=violation")
    browser.wait_for(f"{STATUS}.textContent !== '' && document.querySelector('.view.current button.more')")
    browser.run("document.querySelector('.view.current button.more').click()")
    browser.wait_for("document.querySelector('.view.current .details')")
    check("details have the evidence", browser.run(
        "document.querySelectorAll('.view.current .details tbody tr').length") > 0)
    check("the button says that it is open", browser.run(
        "document.querySelector('.view.current button.more').getAttribute('aria-expanded')") == "true")


def check_timeline(browser):
    browser.run("document.querySelector('.details a[href*=\"?finding=\"]').click()")
    browser.wait_for("document.querySelector('#party.current svg.timeline[role]')")
    check("the breached stretch is marked", browser.run(
        "document.querySelectorAll('#party .band.violation:not(.faint)').length") >= 1)
    check("rows of the data are drawn", browser.run(
        "document.querySelectorAll('#party .timeline[role] .row, #party .timeline[role] .event').length") > 0)
    check("what the finding is judged by is marked", browser.run(
        "document.querySelectorAll('#party .timeline[role] .read').length") > 0)
    check("the timeline is there as a table", browser.run(
        "document.querySelectorAll('#party details tbody tr').length") > 0)
    check("the focus is on the heading", browser.run("document.activeElement.id") == "party-title")


def check_rules(browser):
    go(browser, "#rules")
    browser.run("document.querySelectorAll('#rules th button')[4].click()")
    counts = browser.run("[...document.querySelectorAll('#rules tbody tr')].map((row) => row.cells[4])"
                         ".filter((cell) => cell).map((cell) => Number(cell.textContent.replace(/,/g, '')))")
    check("rules are sorted by their violations", counts == sorted(counts))
    broken = browser.run("[...document.querySelectorAll('#rules tbody tr')].filter((row) => row.cells[4])"
                         ".pop().querySelector('a').getAttribute('href')")
    go(browser, broken)
    browser.wait_for(f"{STATUS} && {STATUS}.textContent !== ''")
    check("a rule has its findings", rows(browser) > 0)
    check("a rule says what it asks", browser.run("document.querySelectorAll('.view.current li').length") > 0)


def check_who(browser):
    go(browser, "#who?kind=worker")
    browser.wait_for("document.querySelector('#who.current tbody tr')")
    check("workers are listed alone", set(browser.run(
        "[...document.querySelectorAll('#who tbody tr')].map((row) => row.cells[1].textContent)")) == {"worker"})
    counts = browser.run("[...document.querySelectorAll('#who tbody tr')].map((row) => Number(row.cells[2].textContent))")
    check("those with the most violations come first", counts == sorted(counts, reverse=True))
    go(browser, browser.run("document.querySelector('#who tbody a').getAttribute('href')"))
    browser.wait_for("document.querySelector('#party.current svg.timeline[role]')")


CONTRAST = """(() => {
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  document.querySelectorAll('header *, .view.current *').forEach((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!own || element.closest('svg, [aria-disabled]') || element.offsetHeight === 0) return;
    const one = light(parse(getComputedStyle(element).color)) + 0.05;
    const other = light(behind(element)) + 0.05;
    if (Math.max(one, other) / Math.min(one, other) < 4.5) weak.push(element.outerHTML.slice(0, 80));
  });
  return weak.slice(0, 3);
})()"""


def check_contrast(browser):
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for view in ("#overview", "#findings", "#rules", "#data", "#who"):
            go(browser, view)
            weak = browser.run(CONTRAST)
            check(f"{view}, {scheme}: texts stand out by 4.5 to 1: {weak}", not weak)
    browser.call("Emulation.setEmulatedMedia", features=[])


def check_access(browser):
    """What can be told of WCAG 2.2 by looking at the elements."""
    for view in ("#overview", "#findings", "#rules", "#data", "#who"):
        go(browser, view)
        small = browser.run(
            "[...document.querySelectorAll('.view.current button, .view.current select, .view.current input, nav a')]"
            ".filter((each) => each.offsetHeight > 0 && (each.offsetHeight < 24 || each.offsetWidth < 24)).length")
        check(f"{view}: targets have at least 24 pixels", small == 0)
        check(f"{view}: every control has a name", browser.run(
            "[...document.querySelectorAll('.view.current input, .view.current select')]"
            ".every((each) => each.labels.length > 0)"))
        check(f"{view}: every table has a caption and heads with a scope", browser.run(
            "[...document.querySelectorAll('.view.current table')].every((each) => each.caption "
            "&& [...each.querySelectorAll('th')].every((head) => head.scope))"))
        check(f"{view}: no heading is skipped", browser.run(
            "[...document.querySelectorAll('h1, .view.current h2, .view.current h3, .view.current h4')]"
            ".map((each) => Number(each.tagName[1])).every((level, i, all) => i === 0 || level <= all[i - 1] + 1)"))
    browser.resize(380, 900)
    for view in ("#overview", "#findings", "#rules", "#data", "#who"):
        go(browser, view)
        check(f"{view}: a narrow page does not scroll sideways", browser.run(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
    browser.resize(1400, 1000)


def take_pictures(browser, folder):
    folder.mkdir(parents=True, exist_ok=True)
    party = browser.run("const seen = document.querySelector('#party h2'); seen.textContent"
                        ".replace(/^(\\w)(\\w*) /, (_, a, b) => `#${a.toLowerCase()}${b}-`)")
    for name, view in (("overview", "#overview"), ("findings", "#findings?verdict=violation"),
                       ("rules", "#rules"), ("data", "#data"), ("who", "#who"), ("party", party)):
        go(browser, view)
        browser.picture(folder / f"{name}.png", 4000)
    go(browser, "#overview")
    browser.print_page(folder / "overview.pdf")
    browser.resize(380, 900)
    browser.picture(folder / "narrow.png", 4000)
    browser.resize(1400, 1000)
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    browser.picture(folder / "dark.png", 4000)


def check_quiet(browser, url, name):
    check(f"{name}: no complaint on the console: {browser.complaints()[:3]}", not browser.complaints())
    check(f"{name}: no request but for the file", set(browser.requests()) == {url})


def use(program, url, pictures):
    with Browser(program) as browser:
        opened(browser, url, "report")
        for part in (check_overview, check_filters, check_sorting, check_details, check_timeline,
                     check_rules, check_who, check_access, check_contrast):
            part(browser)
        check_quiet(browser, url, "report")
        if pictures:
            take_pictures(browser, pictures)
    with Browser(program) as browser:
        browser.call("Page.addScriptToEvaluateOnNewDocument", source="delete window.DecompressionStream")
        opened(browser, url, "without DecompressionStream")
        check_filters(browser)
        check_quiet(browser, url, "without DecompressionStream")
    with Browser(program) as browser:
        browser.call("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(url)
        browser.wait_for("document.readyState === 'complete' && document.querySelector('#data')")
        check("without scripts all parts are shown", browser.run(
            "[...document.querySelectorAll('main > .view:not([hidden])')].every((view) => view.offsetHeight > 0)"))
        check("without scripts the first findings are there", browser.run(
            "document.querySelectorAll('#findings tbody tr').length") > 0)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("report", type=pathlib.Path)
    arguments.add_argument("--pictures", type=pathlib.Path)
    given = arguments.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.exit("error: there is no chromium")
    use(program, given.report.resolve().as_uri(), given.pictures)
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
