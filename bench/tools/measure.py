"""Measures remit, and the same job by other tools, and prints the table of docs/performance.md.

    measure.py --size small|national --programs FOLDER --scratch FOLDER [--runs N] [--tools A,B]

Runs take turns (A, B, C, A, B, C, ...), and what is shown are medians. Ends with 1 where a tool comes
to other findings than remit: then its times say nothing.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

BENCH = pathlib.Path(__file__).resolve().parent.parent
HOME = BENCH.parent
AS_OF = "2026-02-28"
CASES = {"tiny": 1_000, "small": 10_000, "medium": 100_000, "national": 1_000_000}
PACKS = ["england-children", "england-adults", "workforce"]  # that the questions are judged by
COUNTY = HOME / "examples/northshire/data"
CHILDREN = 10_000  # of the council; at least so many whole copies of the county are made
# Which tools are fit for which size; the others would take hours or more memory than there is.
TOOLS = {"duckdb": "national", "polars": "national", "sqlite": "medium"}
ORDER = list(CASES)


class Run:
    """What one run of a program took."""

    def __init__(self, command, statuses=(0,), environment=None):
        began = time.monotonic()
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=nowhere,
                                       env=environment)
            self.output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - began
        self.processor = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        if process.returncode not in statuses:
            sys.exit(f"error: status {process.returncode} of: {' '.join(map(str, command))}")


class Median:
    """The medians of several runs."""

    def __init__(self, runs):
        self.wall = statistics.median(run.wall for run in runs)
        self.processor = statistics.median(run.processor for run in runs)
        self.peak = statistics.median(run.peak for run in runs)
        self.outputs = [run.output for run in runs]


class Bench:
    def __init__(self, options):
        self.runs = options.runs
        self.size = options.size
        self.programs = options.programs
        self.scratch = options.scratch
        self.remit = options.programs / "remit"
        self.wrong = False
        self.has_threads = b"--threads" in Run([self.remit, "check", "--help"]).output
        self.tools = [tool for tool in options.tools if self.can_run(tool)]

    def can_run(self, tool):
        if tool not in TOOLS:
            sys.exit(f"error: there is no tool `{tool}`, only {', '.join(TOOLS)}")
        if ORDER.index(self.size) > ORDER.index(TOOLS[tool]):
            print(f"left out: {tool} (not for this size)")
            return False
        if importlib.util.find_spec("sqlite3" if tool == "sqlite" else tool) is None:
            print(f"left out: {tool} (its Python package is not installed)")
            return False
        return True

    # ---- the data ----

    def data(self, name, *arguments):
        """The folder of an export; it is made where it is not there, or older than its maker."""
        folder = self.scratch / name
        stamp = folder / "complete"
        generator = self.programs / "bench/bench_generator"
        if not stamp.exists() or stamp.stat().st_mtime < generator.stat().st_mtime:
            shutil.rmtree(folder, ignore_errors=True)
            print(f"making {folder}")
            Run([generator, arguments[0], folder, *map(str, arguments[1:])])
            stamp.touch()
        return folder

    def country(self, cases):
        return self.data(f"cases-{cases}", "country", cases)

    # ---- the commands ----

    def check(self, folder, output, threads=None, rules="bench/rules.yaml", form="ndjson"):
        command = [self.remit, "check", "--rules", HOME / rules, "--data", folder, "--as-of", AS_OF,
                   "--verdicts", "violation,unknown", "--format", form, "--output", output]
        return command if threads is None else command + ["--threads", str(threads)]

    def tool(self, name, folder, output):
        return [sys.executable, BENCH / f"tools/with_{name}.py", folder, output]

    def alternately(self, commands):
        """The medians of each of the commands, which take turns; statuses 0 and 1 are right."""
        runs = {name: [] for name in commands}
        for _ in range(self.runs):
            for name, command in commands.items():
                runs[name].append(Run(command, statuses=(0, 1)))
        return {name: Median(of) for name, of in runs.items()}

    # ---- what is measured ----

    def whole_job(self, folder):
        findings = self.scratch / "remit.ndjson"
        commands = {"remit": self.check(folder, findings)}
        outputs = {name: self.scratch / f"{name}.csv" for name in self.tools}
        commands |= {name: self.tool(name, folder, outputs[name]) for name in self.tools}
        medians = self.alternately(commands)
        table(["whole job: CSV files in, findings out", "wall s", "processor s", "peak MB",
               "wall, of remit's", "peak, of remit's"],
              [[name, f"{of.wall:.2f}", f"{of.processor:.2f}", f"{of.peak:.0f}",
                f"{of.wall / medians['remit'].wall:.2f}", f"{of.peak / medians['remit'].peak:.2f}"]
               for name, of in medians.items()])
        for name, output in outputs.items():
            print(f"{name}: {self.compare(findings, output)}")
        print()
        return medians

    def compare(self, findings, output):
        done = subprocess.run([sys.executable, BENCH / "tools/compare.py", findings, output],
                              stdout=subprocess.PIPE, text=True, check=False)
        self.wrong = self.wrong or done.returncode != 0
        return done.stdout.strip() or "cannot be compared"

    def phases(self, folder, rules=BENCH / "rules.yaml"):
        """What reading and the rules took in the median of several runs: wall and processor."""
        runs = [json.loads(Run([self.programs / "bench/bench_phases", rules, folder, AS_OF]).output)
                for _ in range(self.runs)]
        return {"read": pair(run["read"] for run in runs),
                "rules": pair([run["evaluate"][i] + run["join"][i] for i in (0, 1)]
                              for run in runs)}

    def rules_only(self, folder, medians):
        parts = {"remit": self.phases(folder)}
        for name in self.tools:
            runs = [json.loads(output) for output in medians[name].outputs]
            parts[name] = {step: pair(run[step] for run in runs) for step in ("read", "rules")}
        table(["by parts", "reading, wall s", "processor s", "rules, wall s", "processor s",
               "rules, of remit's"],
              [[name, *(f"{of[step][i]:.2f}" for step in ("read", "rules") for i in (0, 1)),
                f"{of['rules'][0] / parts['remit']['rules'][0]:.2f}"]
               for name, of in parts.items()])
        return parts

    def council(self):
        county = rows(COUNTY / "cases.csv")
        copies = -(-CHILDREN // county)
        folder = self.data("council", "copies", copies, COUNTY)
        command = self.check(folder, self.scratch / "council.txt", rules="rules/england-children",
                             form="text")
        of = self.alternately({"council": command})["council"]
        table([f"a council of {copies * county:,} children, all of england-children", "wall s",
               "processor s", "peak MB"], [["start to report", f"{of.wall:.3f}", f"{of.processor:.3f}",
                             f"{of.peak:.0f}"]])
        return of

    def questions(self):
        """Questions before an assignment to the council, which is there already."""
        command = [self.programs / "bench/bench_advise", self.scratch / "council", AS_OF, "5000", "20",
                   *(HOME / "rules" / pack for pack in PACKS)]
        of = json.loads(Run(command).output)
        table(["questions to the council, processor ms", "asked", "median", "99 of 100 within", "longest"],
              [[name, str(of[key]["asked"]), f"{of[key]['median']:.2f}", f"{of[key]['p99']:.2f}",
                f"{of[key]['longest']:.2f}"]
               for name, key in (("may this worker take this case", "precheck"),
                                 ("who of all workers could", "who"),
                                 ("the same, and ten of them on 90 days", "who_with_days"))])
        return of

    def threads(self, folder):
        """How much faster two threads are than one; nothing where there is no such option."""
        if not self.has_threads:
            print("left out: the second core (this remit has no `--threads`)\n")
            return None
        output = self.scratch / "threads.ndjson"
        of = self.alternately({n: self.check(folder, output, n) for n in (1, 2)})
        table(["threads", "wall s", "processor s", "peak MB"],
              [[str(n), f"{of[n].wall:.2f}", f"{of[n].processor:.2f}", f"{of[n].peak:.0f}"]
               for n in of])
        return of[1].wall / of[2].wall

    def growth(self, tenth, whole):
        """How many times the processor time ten times the data take; `whole` is measured already."""
        output = self.scratch / "growth.ndjson"
        of = self.alternately({"a tenth": self.check(tenth, output)}) | {"the whole": whole}
        table(["growth", "wall s", "processor s", "peak MB"],
              [[name, f"{m.wall:.2f}", f"{m.processor:.2f}", f"{m.peak:.0f}"]
               for name, m in of.items()])
        return of["the whole"].processor / of["a tenth"].processor

    def rules_twice(self, folder, once):
        """The processor time of the rules when each is there twice, as a multiple."""
        doubled = self.scratch / "rules-twice.yaml"
        text = (BENCH / "rules.yaml").read_text(encoding="utf-8")
        head, rules = text.split("\nrules:\n")
        again = rules.replace("- id: B-", "- id: C-")
        doubled.write_text(f"{head}\nrules:\n{rules}\n{again}", encoding="utf-8")
        return self.phases(folder, doubled)["rules"][1] / once["rules"][1]


def rows(path):
    """The rows of a CSV file in which no cell has a line break."""
    with open(path, encoding="utf-8") as file:
        return sum(1 for _ in file) - 1


def pair(pairs):
    """The median of walls and the median of processor times."""
    pairs = list(pairs)
    return [statistics.median(of[i] for of in pairs) for i in (0, 1)]


def table(head, rows):
    """Prints a table as Markdown has it."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    for line in lines:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |")
    print(flush=True)


def measures(bench, medians, parts, council, questions, growth, twice, threads):
    """What is to be reached, and what was."""
    rows = []
    if "duckdb" in medians:
        duckdb, remit = medians["duckdb"], medians["remit"]
        rows += [["whole job, time of DuckDB's", "0.33", f"{remit.wall / duckdb.wall:.2f}"],
                 ["whole job, memory of DuckDB's", "0.33", f"{remit.peak / duckdb.peak:.2f}"],
                 ["rules alone, time of DuckDB's", "0.20",
                  f"{parts['remit']['rules'][0] / parts['duckdb']['rules'][0]:.2f}"]]
    rows += [["council, seconds", "0.3", f"{council.wall:.2f}"],
             ["council, MB", "100", f"{council.peak:.0f}"],
             ["council loaded for questions, seconds", "0.5", f"{questions['load'][0] / 1000:.2f}"],
             ["may this worker, 99 of 100 within ms", "1", f"{questions['precheck']['p99']:.2f}"],
             ["who could, ms", "50", f"{questions['who']['median']:.0f}"],
             ["MB more after 5,000 questions than after 1,000", "0",
              f"{questions['megabytes'][2] - questions['megabytes'][1]:.1f}"],
             ["ten times the data, times the time", "11", f"{growth:.1f}"],
             ["every rule twice, times the time of rules", "2", f"{twice:.2f}"]]
    if threads:
        rows.append(["second core, times as fast (at least)", "1.7", f"{threads:.2f}"])
    print(f"{bench.size}, medians of {bench.runs} runs, {os.cpu_count()} cores")
    table(["measure", "reach", "is"], rows)


def read_options():
    parser = argparse.ArgumentParser(description="measures remit and other tools")
    parser.add_argument("--size", choices=list(CASES), default="small")
    parser.add_argument("--runs", type=int)
    parser.add_argument("--tools", type=lambda text: [t for t in text.split(",") if t],
                        default=list(TOOLS))
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--scratch", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.runs = options.runs or (3 if options.size == "national" else 5)
    return options


def main():
    options = read_options()
    bench = Bench(options)
    cases = CASES[options.size]
    whole, tenth = bench.country(cases), bench.country(cases // 10)
    medians = bench.whole_job(whole)
    parts = bench.rules_only(whole, medians)
    council = bench.council()
    questions = bench.questions()
    growth = bench.growth(tenth, medians["remit"])
    twice = bench.rules_twice(whole, parts["remit"])
    threads = bench.threads(whole)
    measures(bench, medians, parts, council, questions, growth, twice, threads)
    if bench.wrong:
        sys.exit("error: the tools do not agree on the findings")


main()
