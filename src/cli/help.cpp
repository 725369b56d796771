#include "cli/help.h"

namespace remit::cli {
namespace {

constexpr std::string_view kCheckFooter = R"(
Examples:
  The rules that come with remit, on an export as it stood at the end of September:
    remit check --rules england-children --data export --as-of 2026-09-30

  One rule in full:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --rule EC-SV-001 --limit 0

  A council's own rules besides, with another value of a parameter:
    remit check --rules england-children local.yaml --data export \
      --as-of 2026-09-30 --set child_protection_visit_days=14

  What went wrong in one quarter, for a spreadsheet or another program:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --window 2026-07-01..2026-09-30 --output findings.ndjson

  A page to read, filter and print, with charts and timelines:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --output report.html

  Several files from one run, and the report on the screen besides:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --output findings.sarif --output work.xlsx --output -

  An export in which visits were recorded from April 2024 on only:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --complete visits=2024-04-01

  With what has been decided to be borne for a time:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --waivers waivers.yaml

  What is new since the last run, which goes on being the baseline of the next one:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --baseline findings.ndjson --fail-on-new major --output findings.ndjson --output -

  In a pipeline: fail on what is critical or cannot be judged, let bad cells pass:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --fail-on critical --fail-on-unknown --data-errors=warn --summary counts.json

  Likewise, where some doubt is borne: two in a hundred may be unknown:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --fail-on major --max-unknown 2%

Verdicts:
  violation       the rule applied and is broken
  unknown         it cannot be decided: data is missing or bad
  due             not broken yet: a date is known by which something must happen
  waived          a violation that an approved waiver covers
  pass            the rule applied and holds
  not_applicable  the rule does not apply

Exit status:
  0  nothing at or above --fail-on
  1  violations at or above it; with --fail-on-unknown also unknowns; more unknown
     than --max-unknown; with --fail-on-new violations that were none in the baseline
  2  the command line, the model, a rule set, a waiver or the baseline is wrong, or no
     rule was evaluated, or the report could not be written
  3  the data could not be read, or has data findings (unless --data-errors=warn)
  4  a fault of remit itself)";

}  // namespace

std::string_view program_about() {
  return "remit audits an export of a case management system against written rules: which\n"
         "allocations, visits and tasks break them, which rule, by what authority, since when.";
}

std::string_view program_footer() {
  return R"(
Try it on the example county:
  remit check --rules england-children --data examples/northshire/data --as-of 2026-02-28

`remit check --help` explains all options, with more examples.)";
}

std::string_view check_footer() { return kCheckFooter; }

std::string_view init_footer() {
  return R"(
It looks at the CSV files of the folder (or of the folders in it), finds the model that fits them best
and the rules that have something to say of them, and writes what it saw and chose to remit.yaml,
every key with a comment. Then `remit check` in that folder needs no options.

Examples:
  For the export in this folder:
    remit init

  For another folder, and anew where it has a project already:
    remit init northshire --force

docs/project.md explains the file.

Exit status:
  0  it was written
  2  there is one already, no CSV file fits a model, or it could not be written
  4  a fault of remit itself)";
}

std::string_view compare_footer() {
  return R"(
A subject counts under its worst verdict. `none` is one of which a rule says nothing: it holds, does
not apply, or there is no such subject.

Examples:
  What has changed from one audit to another:
    remit compare august.ndjson september.ndjson

  What the next edition of the rules would change, for a spreadsheet:
    remit compare england-children next-edition.yaml --data export \
      --as-of 2026-09-30 --format csv --output changes.csv

Exit status:
  0  no verdict changed
  1  some did
  2  the command line, a file of findings or a rule set is wrong
  3  the data could not be read
  4  a fault of remit itself)";
}

std::string_view explain_footer() {
  return R"(
RULE is the id of a rule and SUBJECT the key of a subject, as findings have them. A subject of two
rows is written "A + B"; one of the keys will do where only one subject has it.

Examples:
  Why a finding is there:
    remit explain EC-VR-006 ST000459 --rules england-children --data export --as-of 2026-09-30

  What a task that is reserved needed, whichever line of the table it is on:
    remit explain EC-RT-001 ACT00012 --rules england-children --data export --as-of 2026-09-30

  With another value of a parameter, and for another program:
    remit explain EC-VR-006 ST000459 --rules england-children --data export \
      --as-of 2026-09-30 --set child_protection_visit_days=14 --format json

  With what has been decided to be borne for a time:
    remit explain EC-VR-006 ST000459 --rules england-children --data export \
      --as-of 2026-09-30 --waivers waivers.yaml

docs/explain.md reads one explanation through.

Exit status:
  0  it was explained, whatever the verdict
  2  the command line, the model or a rule set is wrong; there is no such rule or subject
  3  the data could not be read
  4  a fault of remit itself)";
}

std::string_view pseudonyms_footer() {
  return R"(
Examples:
  A key, which only its owner can read; keep it apart from what is written with it:
    remit pseudonyms --new-key team.key

  An audit in which pseudonyms stand for all ids:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --pseudonyms team.key --output findings.csv

  Whom two of them stand for:
    remit pseudonyms P-7M2Q9XK4T0ABCDEF P-01ZXCVBNMASDFGHJ --pseudonyms team.key \
      --rules england-children --data export

A name that no key of a row in the data has is said to stand for nobody there. docs/privacy.md
explains this.

Exit status:
  0  the key was made, or all names were found
  1  a name stands for nobody in these data
  2  the command line, the key or the rules are wrong
  3  the data could not be read
  4  a fault of remit itself)";
}

std::string_view waive_footer() {
  return R"(
RULE is the id of a rule, or of a table of reserved tasks; SUBJECT the key of a subject, as findings
have it, or a pattern in which `*` stands for any text and `?` for one character.

Examples:
  A visit that the court has put off:
    remit waive EC-VR-006 ST000459 --from 2026-07-01 --to 2026-12-31 \
      --by "Head of Service" --on 2026-07-15 --reason "Visits put off by order of the court."

  See what becomes of it:
    remit check --rules england-children --data export --as-of 2026-09-30 \
      --waivers waivers.yaml --verdicts waived,violation

A waiver covers the violations whose days all lie within its own, from the day on which it was
approved to its last day, which is at most a year after the first. What it covers is still judged,
and counted as waived. docs/waivers.md explains this.

Exit status:
  0  the waiver was added
  2  the command line, the file or the rule set is wrong; nothing was written
  4  a fault of remit itself)";
}

std::string_view precheck_footer() {
  return R"(
The assignment is added to the data in memory, and the rules that can see it are evaluated again:
the answer is what an audit of data that hold it says, and one of data without it does not.

Examples:
  May this worker take this case as its lead, from the day of the export on?
    remit precheck --case C000123 --worker W000045 --rules england-children \
      --data export --as-of 2026-02-28

  A hand-over: another one's allocation ends on the same day:
    remit precheck --case C000123 --worker W000045 --end AL000200 \
      --rules england-children --data export --as-of 2026-02-28

  May this worker lead an enquiry?
    remit precheck --case C000123 --worker W000045 --task s47_enquiry \
      --rules england-children --data export --as-of 2026-02-28

  Several changes together, for another program:
    remit precheck --plan plan.yaml --format json --rules england-children \
      --data export --as-of 2026-02-28

Exit status:
  0  yes: it breaks nothing, and nothing about it is left open
  1  no: it would break a rule at or above --fail-on, or make a breach longer or greater
  2  the command line, the model or a rule set is wrong; there is no such case or worker, or it
     has ended; a date lies after the as-of date
  3  the data could not be read
  4  a fault of remit itself
  5  cannot tell: it breaks nothing for certain, but data are missing that would tell)";
}

std::string_view due_footer() {
  return R"(
Each line says until when something has to happen. On the day after it is a violation, unless the
line says otherwise: every date was tried by evaluating the rules as of the days to come, with the
data of today. A list has the next date of each subject and rule, not the ones after it.

Examples:
  A team's next two weeks:
    remit due --team T000003 --rules england-children --data export \
      --as-of 2026-02-28

  One worker's, for Outlook:
    remit due --worker W000045 --within "10 working days" --output due.ics \
      --rules england-children --data export --as-of 2026-02-28

  Everything for a spreadsheet, and day by day on the screen:
    remit due --within "1 month" --by day --output due.csv --output - \
      --rules england-children --data export --as-of 2026-02-28

Exit status:
  0  the list is written, whatever stands in it
  2  the command line, the model or a rule set is wrong; there is no such case, worker or team;
     the calendar does not reach so far
  3  the data could not be read
  4  a fault of remit itself)";
}

std::string_view who_footer() {
  return R"(
Every worker is asked about as by `remit precheck`. For those who are not able the days that follow
are judged one by one, as if nothing else happened: registrations that begin, absences and
allocations that end by dates which the export has are seen.

The able are in order: those in post first, then who has or had the case, then the team of the
case, then the most room under caseload limits, then the fewest new duties.

Examples:
  Who can take this case as its lead from the allocation that ends?
    remit who --case C000123 --end AL000200 --rules england-children \
      --data export --as-of 2026-02-28

  Who of this team could do the enquiry?
    remit who --case C000123 --task s47_enquiry --team T000004 \
      --rules england-children --data export --as-of 2026-02-28

  All of them, for another program:
    remit who --case C000123 --limit 0 --format json \
      --rules england-children --data export --as-of 2026-02-28

Exit status:
  0  somebody is able
  1  nobody is: each would break a rule at or above --fail-on
  2  the command line, the model or a rule set is wrong; there is no such case or team, or the case
     has ended; a date lies after the as-of date
  3  the data could not be read
  4  a fault of remit itself
  5  nobody is for certain, but data are missing that would tell)";
}

std::string_view test_footer() {
  return R"(
Examples:
  All cases of the pack that you are working on:
    remit test rules/my-pack

  What concerns one rule, and every case by name:
    remit test rules/my-pack --only MY-RULE-001 --verbose

  Cases about a parental leave:
    remit test --filter "parental leave"

  A first set of cases for a rule, at each of its bounds:
    remit test rules/my-pack --init MY-RULE-001 > rules/my-pack/tests/my-rule-001.yaml

  In a pipeline, with a report for its page of results:
    remit test --junit results.xml

  What the cases do not say of the rules, and which mistakes they would not notice:
    remit test rules/my-pack --coverage --min-coverage 90
    remit test rules/my-pack --mutate

A case file lies in a folder `tests` beside the rules: docs/testing.md explains it. A case fails
where a rule says something else than it expects, or finds a violation that it does not name.

Exit status:
  0  every case passed
  1  a case failed; or less is covered than --min-coverage says, or --mutate found a change that
     no case notices and no case file explains; of --init: no case that passes, or none that is a
     violation, was found
  2  the command line, a rule set or a case file is wrong, or no case was run; cases of the
     other files were run all the same
  4  a fault of remit itself)";
}

std::string_view lint_footer() {
  return R"(
Examples:
  All packs in ./rules, for people:
    remit lint

  One file, and in a pipeline, where warnings count too:
    remit lint rules/local.yaml --strict

  For a code host that shows remarks beside the lines:
    remit lint --format sarif --output lint.sarif

  What the checks are, and one of them alone:
    remit lint --list
    remit lint rules/local.yaml --only condition-never-true

Errors keep rules from running; warnings say that something can hardly be meant as
it is written. docs/checks.md explains each of them, with examples. A warning that is
wrong about your rule is answered in the rule:
    allow: [{check: CODE, because: REASON}]

Exit status:
  0  nothing, or only warnings
  1  warnings, with --strict
  2  errors in rule files, or the command line is wrong
  4  a fault of remit itself)";
}

std::string_view fmt_footer() {
  return R"(
Examples:
  Lay out one file, or all YAML files in a folder and below it:
    remit fmt my-rules.yaml
    remit fmt rules

  In a pipeline: change nothing, and fail where a file is not laid out:
    remit fmt --check rules

  From an editor:
    remit fmt - < my-rules.yaml

Indentation, white space, blank lines and the lines of expressions are put right. Comments, the
order of keys, quotes and the breaks that you made between lines stay. Every file is read again
before it is written: one that would not mean the same is left as it is.

Exit status:
  0  all files are laid out
  1  with --check: a file would change
  2  the command line is wrong, or a file cannot be read or written, or is no valid YAML; the
     other files are laid out all the same
  4  a fault of remit itself)";
}

std::string_view rules_footer() {
  return R"(
Examples:
  All rules that come with remit:
    remit rules england-children

  What asks something of a child protection enquiry, or of whoever leads a case:
    remit rules england-children --task s47_enquiry
    remit rules england-children --role lead

  What rests on one source, on the day of an audit:
    remit rules england-children --source cppcr2010 --on 2026-02-28

  For another program: the sentences, sources, fields and places of the rules on supervision:
    remit rules england-children --tag supervision --format json

An option can be given several times, and any of its words will do; different options must all be
met. `--task` and `--role` look for codes that a rule compares a field with that is called so, or
whose name ends so (`lead_role`), also in code sets and in tables of reserved tasks.

Exit status:
  0  rules were listed
  1  no rule matched
  2  the command line, a rule set or a case file is wrong
  4  a fault of remit itself)";
}

std::string_view docs_footer() {
  return R"(
Examples:
  The rules of a council as a page to read, print or put on the intranet:
    remit docs rules/my-pack --output rule-book.html

  The same for a repository, with the day that it was made:
    remit docs rules/my-pack --date 2026-09-30 --output docs/rule-book.md

  A local pack by itself, without the rules that it builds on and without test cases:
    remit docs peterborough-2016 --own --no-cases --output peterborough.md

  As it is with this council's own values:
    remit docs england-children --set child_protection_visit_days=14 --output rule-book.html

The page needs no network and no scripts. The same rules give the same bytes.

Exit status:
  0  the rule book was written
  2  the command line, a rule set or a case file is wrong, or it could not be written
  4  a fault of remit itself)";
}

std::string_view completion_footer() {
  return R"(
The Debian package sets all three up. Else:
  bash    source <(remit completion bash)                       in ~/.bashrc
  zsh     source <(remit completion zsh)                        in ~/.zshrc, after compinit
  fish    remit completion fish > ~/.config/fish/completions/remit.fish

What a program can ask, with one candidate a line, then a tab and what it is; `:files` and
`:folders` stand for those of the machine:
  remit completion --next -- check --fail-on m

Exit status:
  0  it was written
  2  the command line is wrong)";
}

std::string_view manual_footer() {
  return R"(
Examples:
  Read it, where no package has put it in its place:
    remit manual | man -l -

  Put it there:
    remit manual > /usr/local/share/man/man1/remit.1

Exit status:
  0  it was written
  2  the command line is wrong)";
}

}  // namespace remit::cli
