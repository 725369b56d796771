"""The same job by SQLite: CSV files in, the keys of the findings out.

    with_sqlite.py DATA OUTPUT

Prints what reading and what the queries took, in seconds, as JSON. Dates are numbers of days, so
that they can be added to and compared as in other databases.
"""

import csv
import datetime
import json
import pathlib
import sqlite3
import sys
import time

import tables

FALSE_OR_TRUE = {"false": 0, "true": 1}
DAYS = {}


def number_of(day):
    return (day - tables.EPOCH).days


def day_number(text):
    """The number of a date's day; dates recur, so that each is worked out once."""
    found = DAYS.get(text)
    if found is None:
        found = DAYS[text] = number_of(datetime.date.fromisoformat(text))
    return found


CONVERSIONS = {"text": str, "date": day_number, "number": float, "integer": int,
               "boolean": FALSE_OR_TRUE.__getitem__}


def rows(path, used):
    """The cells that are used of each row."""
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        names = next(reader)
        wanted = [(names.index(name), CONVERSIONS[kind]) for name, kind in used.items()]
        for row in reader:
            yield [convert(row[i]) if row[i] else None for i, convert in wanted]


def create(database, table, names, content):
    database.execute(f"CREATE TABLE {table} ({', '.join(names)})")
    places = ", ".join("?" * len(names))
    database.executemany(f"INSERT INTO {table} VALUES ({places})", content)


def load(database, folder):
    for table in tables.COLUMNS:
        used = tables.columns(table)
        create(database, table, used, rows(folder / f"{table}.csv", used))
    days, working_days = tables.calendar()
    create(database, "days", ["day PRIMARY KEY", "working", "next_month", "month"],
           [(number_of(a), b, number_of(c), number_of(d)) for a, b, c, d in days])
    create(database, "working_days", ["number PRIMARY KEY", "day"],
           [(number, number_of(day)) for number, day in working_days])
    for table, column in [("visits", "case_id"), ("meetings", "case_id"),
                          ("allocations", "case_id"), ("allocations", "worker_id"),
                          ("registrations", "worker_id"), ("absences", "worker_id"),
                          ("posts", "worker_id"), ("supervisions", "worker_id")]:
        database.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")
    database.execute("ANALYZE")


def day_text(number):
    return "" if number is None else str(tables.EPOCH + datetime.timedelta(days=number))


def evaluate(database, output):
    with open(output, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "verdict", "subject", "starts", "ends"])
        for _, query in tables.queries(lambda day: str(number_of(day))):
            for rule, verdict, subject, starts, ends in database.execute(query):
                writer.writerow([rule, verdict, subject, day_text(starts), day_text(ends)])


def main():
    folder, output = pathlib.Path(sys.argv[1]), sys.argv[2]
    database = sqlite3.connect(":memory:")
    began = time.monotonic(), time.process_time()
    load(database, folder)
    read = time.monotonic(), time.process_time()
    evaluate(database, output)
    done = time.monotonic(), time.process_time()
    print(json.dumps({"read": [read[0] - began[0], read[1] - began[1]],
                      "rules": [done[0] - read[0], done[1] - read[1]]}))


main()
