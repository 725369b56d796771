-- A child with a protection plan is visited every ten working days; doubt as in care_visits.sql.
-- Ten working days are never less than twelve days, so that few waits need the calendar.
WITH subject AS (
  SELECT status_id AS subject, case_id, started_on AS f,
         CASE WHEN ended_on <= @AS_OF THEN ended_on ELSE @AS_OF + 1 END AS t
  FROM statuses WHERE status = 'CP' AND started_on <= @AS_OF
),
seen AS MATERIALIZED (
  SELECT s.subject, s.f, s.t, v.seen_on,
         max(CASE WHEN v.kind = 'cp' THEN 1 ELSE 0 END) AS certain
  FROM subject s JOIN visits v ON v.case_id = s.case_id
  WHERE (v.kind = 'cp' OR v.kind IS NULL) AND v.seen_on >= s.f AND v.seen_on < s.t
  GROUP BY s.subject, s.f, s.t, v.seen_on
),
doubted AS MATERIALIZED (SELECT DISTINCT subject FROM seen WHERE certain = 0),
point AS (
  SELECT 'hopeful' AS run, subject, f, t, seen_on AS since FROM seen
  UNION SELECT 'hopeful', subject, f, t, f FROM subject
  UNION SELECT 'strict', subject, f, t, seen_on FROM seen
        WHERE certain = 1 AND subject IN (SELECT subject FROM doubted)
  UNION SELECT 'strict', subject, f, t, f FROM subject
        WHERE subject IN (SELECT subject FROM doubted)
),
wait AS (
  SELECT run, subject, f, t, since,
         lead(since) OVER (PARTITION BY run, subject ORDER BY since) AS answered
  FROM point
),
long_wait AS (
  SELECT * FROM wait WHERE answered > since + 12 OR (answered IS NULL AND t - 1 > since + 12)
),
late AS MATERIALIZED (
  SELECT l.run, l.subject, l.f, l.t, w.day + 1 AS starts,
         CASE WHEN l.answered IS NULL THEN l.t ELSE l.answered + 1 END AS ends
  FROM long_wait l
  JOIN days d ON d.day = l.since
  JOIN working_days w ON w.number = d.working + 10
  WHERE l.answered > w.day OR (l.answered IS NULL AND l.t - 1 > w.day)
)
SELECT 'B-PROTECTION-VISITS' AS rule, 'violation' AS verdict, subject, starts, ends
FROM late WHERE run = 'hopeful'
UNION ALL
SELECT 'B-PROTECTION-VISITS', 'unknown', subject, min(f), min(t)
FROM (
  SELECT subject, starts, ends, min(f) AS f, min(t) AS t FROM late
  WHERE subject IN (SELECT subject FROM doubted)
  GROUP BY subject, starts, ends HAVING count(*) = 1
) AS differing
GROUP BY subject
