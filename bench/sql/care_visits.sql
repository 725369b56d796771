-- A looked-after child is visited within a week and then every six weeks. A visit without a kind is
-- in doubt: the cases that have one are counted with it (hopeful) and without it (strict).
WITH subject AS (
  SELECT status_id AS subject, case_id, started_on AS f,
         CASE WHEN ended_on <= @AS_OF THEN ended_on ELSE @AS_OF + 1 END AS t
  FROM statuses WHERE status = 'LAC' AND started_on <= @AS_OF
),
seen AS MATERIALIZED (
  SELECT s.subject, s.f, s.t, v.seen_on,
         max(CASE WHEN v.kind = 'statutory' THEN 1 ELSE 0 END) AS certain
  FROM subject s JOIN visits v ON v.case_id = s.case_id
  WHERE (v.kind = 'statutory' OR v.kind IS NULL) AND v.seen_on >= s.f AND v.seen_on < s.t
  GROUP BY s.subject, s.f, s.t, v.seen_on
),
doubted AS MATERIALIZED (SELECT DISTINCT subject FROM seen WHERE certain = 0),
point AS (
  SELECT 'hopeful' AS run, subject, f, t, seen_on AS since, 1 AS visited FROM seen
  UNION ALL SELECT 'hopeful', subject, f, t, f, 0 FROM subject
  UNION ALL SELECT 'strict', subject, f, t, seen_on, 1 FROM seen
            WHERE certain = 1 AND subject IN (SELECT subject FROM doubted)
  UNION ALL SELECT 'strict', subject, f, t, f, 0 FROM subject
            WHERE subject IN (SELECT subject FROM doubted)
),
wait AS (
  SELECT run, subject, f, t, CASE WHEN visited = 1 THEN since + 42 ELSE since + 7 END AS due,
         lead(since) OVER (PARTITION BY run, subject ORDER BY since, visited) AS answered
  FROM point
),
late AS MATERIALIZED (
  SELECT run, subject, f, t, due + 1 AS starts,
         CASE WHEN answered IS NULL THEN t ELSE answered + 1 END AS ends
  FROM wait WHERE answered > due OR (answered IS NULL AND t - 1 > due)
)
SELECT 'B-CARE-VISITS' AS rule, 'violation' AS verdict, subject, starts, ends
FROM late WHERE run = 'hopeful'
UNION ALL
SELECT 'B-CARE-VISITS', 'unknown', subject, min(f), min(t)
FROM (
  SELECT subject, starts, ends, min(f) AS f, min(t) AS t FROM late
  WHERE subject IN (SELECT subject FROM doubted)
  GROUP BY subject, starts, ends HAVING count(*) = 1
) AS differing
GROUP BY subject
