"""The columns that the queries read, and what the SQL files need beside them."""

import csv
import datetime
import pathlib
import re

BENCH = pathlib.Path(__file__).resolve().parent.parent
EPOCH = datetime.date(1970, 1, 1)
AS_OF = datetime.date(2026, 2, 28)

# Table, then the columns with their types; a column that is not named is text.
COLUMNS = {
    "absences": "absence_id worker_id kind starts_on:date ends_on:date",
    "activities": "activity_id worker_id task started_on:date",
    "allocations": "allocation_id case_id worker_id role started_on:date ended_on:date",
    "assessments": "assessment_id started_on:date completed_on:date",
    "cases": "case_id opened_on:date closed_on:date",
    "meetings": "case_id kind held_on:date",
    "posts": "post_id worker_id role fte:number started_on:date ended_on:date",
    "referrals": "referral_id case_id received_on:date",
    "registrations": "registration_id worker_id status valid_from:date valid_to:date",
    "statuses": "status_id case_id status started_on:date ended_on:date",
    "supervisions": "supervision_id worker_id kind held_on:date minutes:integer interrupted:boolean",
    "visits": "visit_id case_id kind seen_on:date seen_alone:boolean alone_reason",
    "workers": "worker_id",
}


def columns(table):
    """The columns of a table that are read, with their types."""
    pairs = (column.partition(":") for column in COLUMNS[table].split())
    return {name: kind or "text" for name, _, kind in pairs}


def header(path):
    """The names of the columns of a file, in order."""
    with open(path, newline="", encoding="utf-8") as file:
        return next(csv.reader(file))


def holidays():
    """The days that the rules' calendar lists."""
    text = (BENCH.parent / "rules/calendars/england-and-wales.yaml").read_text(encoding="utf-8")
    return {datetime.date.fromisoformat(day) for day in re.findall(r"date: (\d{4}-\d\d-\d\d)", text)}


def month_after(day):
    """The same day of the next month, or the last one of that month."""
    following = (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    last = ((following + datetime.timedelta(days=32)).replace(day=1)
            - datetime.timedelta(days=1)).day
    return following.replace(day=min(day.day, last))


def calendar():
    """Rows of `days` (day, working days so far, the day a month later, the first of the month)
    and of `working_days` (number, day)."""
    free = holidays()
    days, working_days = [], []
    day = datetime.date(2019, 1, 1)
    while day < datetime.date(2028, 1, 1):
        if day.weekday() < 5 and day not in free:
            working_days.append((len(working_days) + 1, day))
        days.append((day, len(working_days), month_after(day), day.replace(day=1)))
        day += datetime.timedelta(days=1)
    return days, working_days


def queries(literal):
    """The name of each SQL file and its query; `literal` writes a date."""
    for path in sorted((BENCH / "sql").glob("*.sql")):
        text = path.read_text(encoding="utf-8").replace("@AS_OF", "@" + AS_OF.isoformat())
        yield path.stem, re.sub(
            r"@(\d{4}-\d\d-\d\d)",
            lambda found: literal(datetime.date.fromisoformat(found[1])), text)
