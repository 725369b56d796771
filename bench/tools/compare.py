"""Holds the findings of another tool against those of remit, key by key.

    compare.py REMIT.ndjson OTHER.csv

A key is the rule, the verdict, the subject and the period. Ends with 1 where they differ.
"""

import collections
import csv
import json
import sys


def keys_of_remit(path):
    keys = collections.Counter()
    with open(path, encoding="utf-8") as file:
        for line in file:
            finding = json.loads(line)
            if finding["verdict"] == "run":
                continue
            if finding["verdict"] not in ("violation", "unknown"):
                sys.exit(f"error: {path} has a finding that was not asked for: {line}")
            period = finding["period"] or {"from": None, "to": None}
            keys[finding["rule"], finding["verdict"], finding["subject"]["key"],
                 period["from"] or "", period["to"] or ""] += 1
    return keys


def keys_of_other(path):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        next(reader)
        return collections.Counter(tuple(row) for row in reader)


def differences(remit, other):
    """The keys that only one has, by rule."""
    found = collections.defaultdict(list)
    for key in sorted((remit - other).keys()):
        found[key[0]].append("only remit: " + " ".join(key[1:]))
    for key in sorted((other - remit).keys()):
        found[key[0]].append("only the other: " + " ".join(key[1:]))
    return found


def main():
    remit, other = keys_of_remit(sys.argv[1]), keys_of_other(sys.argv[2])
    found = differences(remit, other)
    for rule, lines in found.items():
        print(f"{rule}: {len(lines)} keys differ")
        for line in lines[:10]:
            print("  " + line)
    if found:
        sys.exit(1)
    if not remit:
        sys.exit("error: there are no findings to compare")
    print(f"{sum(remit.values())} findings agree")


main()
