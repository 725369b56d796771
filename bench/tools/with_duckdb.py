"""The same job by DuckDB: CSV files in, the keys of the findings out.

    with_duckdb.py DATA OUTPUT

Prints what reading and what the queries took, in seconds, as JSON.
"""

import json
import pathlib
import sys
import time

import duckdb

import tables

TYPES = {"text": "VARCHAR", "date": "DATE", "number": "DOUBLE", "integer": "INTEGER",
         "boolean": "BOOLEAN"}


def load(database, folder):
    """Reads what the queries need; the types are told, so that nothing is guessed."""
    for table in tables.COLUMNS:
        path = folder / f"{table}.csv"
        used = tables.columns(table)
        types = {name: TYPES[used.get(name, "text")] for name in tables.header(path)}
        database.execute(
            f"CREATE TABLE {table} AS SELECT {', '.join(used)} "
            f"FROM read_csv('{path}', header = true, auto_detect = false, columns = {types})")
    days, working_days = tables.calendar()
    database.execute(
        "CREATE TABLE days (day DATE PRIMARY KEY, working INTEGER, next_month DATE, month DATE)")
    database.execute("INSERT INTO days VALUES " + ", ".join(
        f"(DATE '{day}', {working}, DATE '{later}', DATE '{month}')"
        for day, working, later, month in days))
    database.execute("CREATE TABLE working_days (number INTEGER PRIMARY KEY, day DATE)")
    database.execute("INSERT INTO working_days VALUES " + ", ".join(
        f"({number}, DATE '{day}')" for number, day in working_days))


def evaluate(database, output):
    database.execute(
        "CREATE TABLE findings (rule VARCHAR, verdict VARCHAR, subject VARCHAR,"
        " starts DATE, ends DATE)")
    for _, query in tables.queries(lambda day: f"DATE '{day}'"):
        database.execute("INSERT INTO findings " + query)
    database.execute(f"COPY findings TO '{output}' (HEADER)")


def main():
    folder, output = pathlib.Path(sys.argv[1]), sys.argv[2]
    database = duckdb.connect(config={"preserve_insertion_order": "false"})
    began = time.monotonic(), time.process_time()
    load(database, folder)
    read = time.monotonic(), time.process_time()
    evaluate(database, output)
    done = time.monotonic(), time.process_time()
    print(json.dumps({"read": [read[0] - began[0], read[1] - began[1]],
                      "rules": [done[0] - read[0], done[1] - read[1]]}))


main()
