"""The same job by Polars: CSV files in, the keys of the findings out.

    with_polars.py DATA OUTPUT

Prints what reading and what the rules took, in seconds, as JSON. The rules are those of ../rules.yaml,
as the SQL files have them, and so is the way in which doubt is judged: subjects that have something in
doubt are tried with it (hopeful) and without it (strict).
"""

import json
import pathlib
import sys
import time

import polars as pl
from polars import col

import tables

TYPES = {"text": pl.String, "date": pl.Date, "number": pl.Float64, "integer": pl.Int32,
         "boolean": pl.Boolean}
AS_OF = pl.lit(tables.AS_OF)
END = AS_OF + pl.duration(days=1)
SOCIAL_WORKERS = ["social_worker", "senior_practitioner"]
HOPEFUL, STRICT = pl.lit("hopeful").alias("run"), pl.lit("strict").alias("run")


def days(number):
    return pl.duration(days=number)


def load(folder):
    read = {}
    for table in tables.COLUMNS:
        used = tables.columns(table)
        path = folder / f"{table}.csv"
        types = {name: TYPES[used.get(name, "text")] for name in tables.header(path)}
        read[table] = pl.scan_csv(path, schema=types).select(list(used))
    return dict(zip(read, pl.collect_all(read.values())))


def calendar():
    rows, working = tables.calendar()
    return (pl.DataFrame(rows, schema=["day", "working", "next_month", "month"], orient="row"),
            pl.DataFrame(working, schema=["number", "working_day"], orient="row"))


def clipped(frame, start, end):
    """The days of a subject that are judged: [f, t)."""
    until = pl.when(col(end) <= AS_OF).then(col(end)).otherwise(END)
    return frame.filter(col(start) <= AS_OF).with_columns(f=col(start), t=until)


def keys(rule, verdict, frame, starts="starts", ends="ends"):
    return frame.lazy().select(
        pl.lit(rule).alias("rule"), pl.lit(verdict).alias("verdict"), col("subject"),
        (col(starts) if isinstance(starts, str) else starts).cast(pl.Date).alias("starts"),
        (col(ends) if isinstance(ends, str) else ends).cast(pl.Date).alias("ends")).collect()


def certain_and_doubtful(rule, broken, doubted):
    """The violations of the hopeful run, and an unknown for whom the strict run has others."""
    differing = (broken.filter(col("subject").is_in(doubted.implode()))
                 .group_by("subject", "starts", "ends")
                 .agg(col("f").min(), col("t").min(), runs=pl.len())
                 .filter(col("runs") == 1)
                 .group_by("subject").agg(col("f").min(), col("t").min()))
    return [keys(rule, "violation", broken.filter(col("run") == "hopeful")),
            keys(rule, "unknown", differing, "f", "t")]


def both_runs(elements):
    """Elements with `certain`, once for each run; and the subjects in doubt."""
    doubted = elements.filter(~col("certain")).get_column("subject").unique()
    strict = elements.filter(col("certain") & col("subject").is_in(doubted.implode()))
    return pl.concat([elements.with_columns(HOPEFUL), strict.with_columns(STRICT)]), doubted


def for_both_runs(subjects, doubted):
    """Every subject for the hopeful run, and those in doubt for the strict one."""
    strict = subjects.filter(col("subject").is_in(doubted.implode()))
    return pl.concat([subjects.with_columns(HOPEFUL), strict.with_columns(STRICT)])


def visits_of(data, status, kind):
    subjects = clipped(data["statuses"].filter(col("status") == status), "started_on", "ended_on")
    subjects = subjects.select(col("status_id").alias("subject"), "case_id", "f", "t")
    seen = (subjects.lazy().join(data["visits"].lazy(), on="case_id")
            .filter(((col("kind") == kind) | col("kind").is_null())
                    & (col("seen_on") >= col("f")) & (col("seen_on") < col("t")))
            .group_by("subject", "f", "t", "seen_on")
            .agg(certain=(col("kind") == kind).fill_null(False).any()).collect())
    return subjects.drop("case_id"), seen.rename({"seen_on": "since"})


def waits_of(subjects, seen):
    """Each wait with the day that answers it; `visited` tells a visit on the first day from it."""
    events, doubted = both_runs(seen)
    events = events.select("run", "subject", "f", "t", "since", visited=pl.lit(1))
    starts = for_both_runs(subjects, doubted).select("run", "subject", "f", "t", since=col("f"),
                                                     visited=pl.lit(0))
    waits = pl.concat([events, starts]).sort("run", "subject", "since", "visited")
    return with_answers(waits, "run", "subject"), doubted


def with_answers(waits, *of):
    """Adds the next day of the same subject; a shift over sorted rows, since groups would be slow."""
    same = pl.all_horizontal(col(name).shift(-1) == col(name) for name in of)
    return waits.with_columns(answered=pl.when(same).then(col("since").shift(-1)))


def late(waits):
    """The waits that were answered after `due`, or not at all."""
    return waits.filter(
        (col("answered") > col("due"))
        | (col("answered").is_null() & (col("t") - days(1) > col("due")))
    ).with_columns(starts=col("due") + days(1),
                   ends=pl.when(col("answered").is_null()).then(col("t"))
                   .otherwise(col("answered") + days(1)))


def care_visits(data, _):
    waits, doubted = waits_of(*visits_of(data, "LAC", "statutory"))
    waits = waits.with_columns(due=pl.when(col("visited") == 1).then(col("since") + days(42))
                               .otherwise(col("since") + days(7)))
    return certain_and_doubtful("B-CARE-VISITS", late(waits), doubted)


def protection_visits(data, dates):
    waits, doubted = waits_of(*visits_of(data, "CP", "cp"))
    waits = after_working_days(waits, dates, "since", 10)
    return certain_and_doubtful("B-PROTECTION-VISITS", late(waits), doubted)


def after_working_days(frame, dates, column, number):
    """Adds `due`, so many working days after the day in a column."""
    every, working = dates
    return (frame.join(every.select("day", "working"), left_on=column, right_on="day", how="left")
            .with_columns(number=col("working") + number)
            .join(working, on="number", how="left")
            .drop("working", "number").rename({"working_day": "due"}))


def supervision(data, dates):
    posts = clipped(data["posts"].filter(col("role").is_in(SOCIAL_WORKERS)), "started_on", "ended_on")
    posts = posts.select(col("post_id").alias("subject"), "worker_id", "f", "t")
    last = pl.when(col("ends_on").is_null()).then(AS_OF).otherwise(col("ends_on"))
    pauses = (posts.join(data["absences"], on="worker_id")
              .filter(col("kind").is_in(["maternity", "sickness"])
                      & ((last - col("starts_on")).dt.total_days() + 1 >= 28)
                      & (col("starts_on") < col("t"))
                      & (col("ends_on").is_null() | (col("ends_on") >= col("f"))))
              .with_columns(ends=pl.when(col("ends_on") < col("t")).then(col("ends_on") + days(1))
                            .otherwise(col("t")))
              .sort("subject", "starts_on", "ends")
              .with_columns(before=col("ends").cum_max().shift(1).over("subject")))
    between = (pauses.with_columns(f=pl.coalesce("before", "f"), t=col("starts_on"))
               .filter(col("t") > col("f")).select("subject", "worker_id", "f", "t"))
    after = (pauses.group_by("subject", "worker_id", "t").agg(f=col("ends").max())
             .filter(col("f") < col("t")).select("subject", "worker_id", "f", "t"))
    never = posts.join(pauses, on="subject", how="anti")
    stretches = pl.concat([between, after, never])
    held = (stretches.lazy()
            .join(data["supervisions"].lazy().filter(col("kind") == "individual"), on="worker_id")
            .filter((col("held_on") > col("f")) & (col("held_on") < col("t")))
            .select("subject", "f", "t", since="held_on").collect())
    waits = pl.concat([held, stretches.select("subject", "f", "t", since=col("f"))]).unique()
    waits = (with_answers(waits.sort("subject", "f", "since"), "subject", "f")
             .join(dates[0].select("day", "next_month"), left_on="since", right_on="day", how="left")
             .with_columns(due=col("next_month") + days(5)))
    return [keys("B-SUPERVISION", "violation", late(waits))]


def gaps_of(subjects, held, grace):
    """The stretches of [f, t), longer than `grace` days, that nothing held covers."""
    held, doubted = both_runs(held)
    subjects = for_both_runs(subjects.select("subject", "f", "t"), doubted)
    names = ["run", "subject", "f", "t", "starts", "ends"]
    cover = pl.concat([held.select(names),
                       subjects.with_columns(starts=col("f"), ends=col("f")).select(names),
                       subjects.with_columns(starts=col("t"), ends=col("t")).select(names)])
    gaps = (cover.sort("run", "subject", "starts", "ends")
            .with_columns(covered=col("ends").cum_max().shift(1).over("run", "subject"))
            .filter(col("starts") > col("covered") + days(grace))
            .with_columns(starts=col("covered"), ends=col("starts")))
    return gaps, doubted


def continuity(data, _):
    cases = clipped(data["cases"], "opened_on", "closed_on")
    subjects = cases.select(col("case_id").alias("subject"), "f", "t")
    held = (subjects.join(data["allocations"], left_on="subject", right_on="case_id")
            .filter(((col("role") == "lead") | col("role").is_null())
                    & (col("started_on") < col("t"))
                    & (col("ended_on").is_null() | (col("ended_on") > col("f"))))
            .with_columns(starts=col("started_on"), ends=pl.coalesce("ended_on", "t"),
                          certain=(col("role") == "lead").fill_null(False)))
    return certain_and_doubtful("B-CONTINUITY", *gaps_of(subjects, held, 5))


def registered(data, _):
    allocations = clipped(data["allocations"], "started_on", "ended_on")
    allocations = allocations.rename({"allocation_id": "subject"})
    subjects = allocations.filter(col("role") == "lead").select("subject", "worker_id", "f", "t")
    held = (subjects.join(data["registrations"], on="worker_id")
            .filter(((col("status") == "registered") | col("status").is_null())
                    & (col("valid_from") < col("t"))
                    & (col("valid_to").is_null() | (col("valid_to") >= col("f"))))
            .with_columns(starts=col("valid_from"),
                          ends=pl.coalesce(col("valid_to") + days(1), col("t")),
                          certain=(col("status") == "registered").fill_null(False)))
    no_role = allocations.filter(col("role").is_null())
    return [*certain_and_doubtful("B-REGISTERED", *gaps_of(subjects, held, 0)),
            keys("B-REGISTERED", "unknown", no_role, "f", "t")]


def assessment(data, dates):
    judged = after_working_days(data["assessments"].filter(col("started_on") <= AS_OF), dates,
                                "started_on", 45)
    answered = pl.when((col("completed_on") >= col("started_on")) & (col("completed_on") <= AS_OF))
    judged = judged.with_columns(answered=answered.then(col("completed_on")).otherwise(AS_OF))
    judged = judged.filter(col("answered") > col("due")).rename({"assessment_id": "subject"})
    return [keys("B-ASSESSMENT", "violation", judged, col("due") + days(1),
                 col("answered") + days(1))]


def protection_plans(data):
    plans = clipped(data["statuses"].filter(col("status") == "CP"), "started_on", "ended_on")
    return plans.rename({"status_id": "subject"})


def core_groups(data):
    return data["meetings"].filter((col("kind") == "core_group") & (col("held_on") <= AS_OF))


def core_group(data, dates):
    plans = after_working_days(protection_plans(data), dates, "started_on", 10)
    first = (plans.join(core_groups(data), on="case_id")
             .filter(col("held_on") >= col("started_on"))
             .group_by("subject").agg(col("held_on").min()))
    judged = plans.join(first, on="subject", how="left")
    judged = judged.with_columns(answered=col("held_on").fill_null(AS_OF))
    released = (col("ended_on").is_not_null() & (col("ended_on") <= col("due"))
                & (col("ended_on") <= AS_OF)
                & (col("held_on").is_null() | (col("held_on") > col("ended_on"))))
    judged = judged.filter((col("answered") > col("due")) & ~released.fill_null(False))
    ends = pl.when(col("ended_on") < col("answered")).then(col("ended_on")).otherwise("answered")
    return [keys("B-CORE-GROUP", "violation", judged, col("due") + days(1), ends + days(1))]


def core_group_months(data, dates):
    months = dates[0].filter(col("day") == col("month")).select("month", "next_month")
    met = core_groups(data).select("case_id", month=col("held_on").dt.truncate("1mo")).unique()
    judged = (protection_plans(data).select("subject", "case_id", "f", "t")
              .join_where(months, col("month") >= col("f"), col("next_month") <= col("t"))
              .join(met, on=["case_id", "month"], how="anti"))
    return [keys("B-CORE-GROUP-MONTHS", "violation", judged, "month", "next_month")]


def leads(data, _):
    held = data["allocations"].filter(
        ((col("role") == "lead") | col("role").is_null()) & (col("started_on") <= AS_OF)
        & (col("ended_on").is_null() | (col("ended_on") > AS_OF)))
    counted = (held.join(data["workers"], on="worker_id", how="semi")
               .group_by(col("worker_id").alias("subject"))
               .agg(certain=col("role").count(), possible=pl.len())
               .filter(col("possible") > 7))
    certain = col("certain") > 7
    return [keys("B-LEADS", "violation", counted.filter(certain), AS_OF, END),
            keys("B-LEADS", "unknown", counted.filter(~certain), AS_OF, END)]


def one_lead(data, _):
    rows = data["allocations"].filter(col("started_on") <= AS_OF)
    held = rows.filter(col("role") == "lead").select("allocation_id", "case_id", "started_on",
                                                     "ended_on")
    clash = (held.join(held, on="case_id", suffix="_b")
             .filter(((col("started_on_b") < col("started_on"))
                      | ((col("started_on_b") == col("started_on"))
                         & (col("allocation_id_b") < col("allocation_id"))))
                     & (col("ended_on_b").is_null() | (col("ended_on_b") > col("started_on"))))
             .sort("allocation_id", "started_on_b", "allocation_id_b")
             .unique("allocation_id", keep="first", maintain_order=True)
             .rename({"allocation_id": "subject"}))
    no_role = rows.filter(col("role").is_null()).rename({"allocation_id": "subject"})
    return [keys("B-ONE-LEAD", "violation", clash, "started_on",
                 pl.min_horizontal("ended_on", "ended_on_b")),
            keys("B-ONE-LEAD", "unknown", no_role, "started_on", col("started_on") + days(1))]


def points(data, _):
    posts = clipped(data["posts"].filter(col("role").is_in(SOCIAL_WORKERS)), "started_on", "ended_on")
    posts = posts.select(col("post_id").alias("subject"), "worker_id", "f", "t",
                         most=24 * col("fte"))
    held = (posts.filter(col("most").is_not_null()).join(data["allocations"], on="worker_id")
            .filter((col("started_on") < col("t"))
                    & (col("ended_on").is_null() | (col("ended_on") > col("f"))))
            .with_columns(starts=pl.max_horizontal("started_on", "f"),
                          ends=pl.min_horizontal("ended_on", "t")))
    doubted = held.filter(col("role").is_null()).get_column("subject").unique()
    weight = pl.when(col("role") == "lead").then(2).when(col("role").is_not_null()).then(1)
    weighed = pl.concat([
        held.with_columns(HOPEFUL, weight=weight.otherwise(0)),
        held.filter(col("subject").is_in(doubted.implode()))
        .with_columns(STRICT, weight=weight.otherwise(1_000_000))])
    names = ["run", "subject", "f", "t", "most"]
    changes = pl.concat([
        weighed.select(*names, "weight", day=col("starts")),
        weighed.filter(col("ends") < col("t")).select(*names, -col("weight"), day=col("ends"))])
    of_a_run = ["run", "subject"]
    levels = (changes.group_by(*names, "day").agg(col("weight").sum())
              .sort("run", "subject", "day")
              .with_columns(points=col("weight").cum_sum().over(of_a_run),
                            until=col("day").shift(-1).over(of_a_run).fill_null(col("t")))
              .filter(col("points") > col("most"))
              .with_columns(new=(col("until").shift(1).over(of_a_run) != col("day"))
                            .fill_null(True).cast(pl.Int32))
              .with_columns(number=col("new").cum_sum().over(of_a_run)))
    broken = levels.group_by(*names, "number").agg(starts=col("day").min(), ends=col("until").max())
    no_share = posts.filter(col("most").is_null())
    return [*certain_and_doubtful("B-POINTS", broken, doubted),
            keys("B-POINTS", "unknown", no_share, "f", "t")]


def referral(data, _):
    later = (data["referrals"].filter(col("case_id").is_not_null()).sort("referral_id")
             .with_columns(place=pl.int_range(pl.len()).over("case_id", "received_on"))
             .filter(col("place") > 0).rename({"referral_id": "subject"}))
    return [keys("B-REFERRAL", "violation", later, AS_OF, END)]


def seen_alone(data, _):
    applies = (col("kind") == "statutory") & ~col("seen_alone")
    judged = (data["visits"].lazy().filter(col("seen_on") <= AS_OF)
              .with_columns(applies=applies).rename({"visit_id": "subject"}))
    day_after = col("seen_on") + days(1)
    broken = judged.filter(col("applies") & col("alone_reason").is_null())
    return [keys("B-SEEN-ALONE", "violation", broken, "seen_on", day_after),
            keys("B-SEEN-ALONE", "unknown", judged.filter(col("applies").is_null()), "seen_on",
                 day_after)]


def session(data, _):
    judged = (data["supervisions"].lazy()
              .filter((col("kind") == "individual") & (col("held_on") <= AS_OF)
                      & (col("held_on") >= pl.date(2021, 1, 1)))
              .with_columns(holds=(col("minutes") >= 60) & ~col("interrupted"))
              .rename({"supervision_id": "subject"}))
    day_after = col("held_on") + days(1)
    return [keys("B-SESSION", "violation", judged.filter(~col("holds")), "held_on", day_after),
            keys("B-SESSION", "unknown", judged.filter(col("holds").is_null()), "held_on",
                 day_after)]


def task(data, _):
    done = data["activities"].filter(
        (col("task").is_in(["s47_enquiry", "s17_assessment"]) | col("task").is_null())
        & (col("started_on") <= AS_OF)).rename({"activity_id": "subject"})
    names = ["subject", "worker_id", "started_on"]
    entries = (done.select(names).join(data["registrations"], on="worker_id")
               .filter((col("valid_from") <= col("started_on"))
                       & (col("valid_to").is_null() | (col("valid_to") >= col("started_on"))))
               .group_by("subject")
               .agg(registered=pl.when(col("status") == "registered").then(2)
                    .when(col("status").is_null()).then(1).otherwise(0).max()))
    managers = data["posts"].filter(col("role") == "team_manager").rename(
        {"started_on": "post_from", "ended_on": "post_to"})
    managing = (done.select(names).join(managers, on="worker_id")
                .filter((col("post_from") <= col("started_on"))
                        & (col("post_to").is_null() | (col("post_to") > col("started_on")))))
    judged = done.join(entries, on="subject", how="left").with_columns(
        registered=pl.when(col("worker_id").is_null()).then(1)
        .otherwise(col("registered").fill_null(0)))
    judged = judged.filter(col("registered") < 2)
    assessed = judged.join(managing, on="subject", how="anti")
    return [part for rule, name, rows in [("B-TASK.enquiry", "s47_enquiry", judged),
                                          ("B-TASK.assessment", "s17_assessment", assessed)]
            for part in verdicts_of_task(rule, name, rows)]


def verdicts_of_task(rule, name, rows):
    of_line = rows.filter((col("task") == name) | col("task").is_null())
    broken = (col("registered") == 0) & col("task").is_not_null()
    day_after = col("started_on") + days(1)
    return [keys(rule, "violation", of_line.filter(broken), "started_on", day_after),
            keys(rule, "unknown", of_line.filter(~broken), "started_on", day_after)]


RULES = [assessment, care_visits, continuity, core_group, core_group_months, leads, one_lead, points,
         protection_visits, referral, registered, seen_alone, session, supervision, task]


def evaluate(data, output):
    dates = calendar()
    pl.concat([part for rule in RULES for part in rule(data, dates)]).write_csv(output)


def main():
    folder, output = pathlib.Path(sys.argv[1]), sys.argv[2]
    began = time.monotonic(), time.process_time()
    data = load(folder)
    read = time.monotonic(), time.process_time()
    evaluate(data, output)
    done = time.monotonic(), time.process_time()
    print(json.dumps({"read": [read[0] - began[0], read[1] - began[1]],
                      "rules": [done[0] - read[0], done[1] - read[1]]}))


main()
