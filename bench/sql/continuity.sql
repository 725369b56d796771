-- An open case has a lead worker, with at most five days between two. An allocation without a role
-- is in doubt: the cases that have one are tried with it (hopeful) and without it (strict).
WITH subject AS (
  SELECT case_id AS subject, opened_on AS f,
         CASE WHEN closed_on <= @AS_OF THEN closed_on ELSE @AS_OF + 1 END AS t
  FROM cases WHERE opened_on <= @AS_OF
),
held AS MATERIALIZED (
  SELECT s.subject, s.f, s.t, a.started_on AS starts, coalesce(a.ended_on, s.t) AS ends,
         CASE WHEN a.role = 'lead' THEN 1 ELSE 0 END AS certain
  FROM subject s JOIN allocations a ON a.case_id = s.subject
  WHERE (a.role = 'lead' OR a.role IS NULL)
    AND a.started_on < s.t AND (a.ended_on IS NULL OR a.ended_on > s.f)
),
doubted AS MATERIALIZED (SELECT DISTINCT subject FROM held WHERE certain = 0),
cover AS (
  SELECT 'hopeful' AS run, subject, f, t, starts, ends FROM held
  UNION ALL SELECT 'hopeful', subject, f, t, f, f FROM subject
  UNION ALL SELECT 'hopeful', subject, f, t, t, t FROM subject
  UNION ALL SELECT 'strict', subject, f, t, starts, ends FROM held
            WHERE certain = 1 AND subject IN (SELECT subject FROM doubted)
  UNION ALL SELECT 'strict', subject, f, t, f, f FROM subject
            WHERE subject IN (SELECT subject FROM doubted)
  UNION ALL SELECT 'strict', subject, f, t, t, t FROM subject
            WHERE subject IN (SELECT subject FROM doubted)
),
mark AS (
  SELECT run, subject, f, t, starts,
         max(ends) OVER (PARTITION BY run, subject ORDER BY starts, ends
                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_to
  FROM cover
),
gap AS MATERIALIZED (
  SELECT run, subject, f, t, covered_to AS starts, starts AS ends
  FROM mark WHERE starts > covered_to + 5
)
SELECT 'B-CONTINUITY' AS rule, 'violation' AS verdict, subject, starts, ends
FROM gap WHERE run = 'hopeful'
UNION ALL
SELECT 'B-CONTINUITY', 'unknown', subject, min(f), min(t)
FROM (
  SELECT subject, starts, ends, min(f) AS f, min(t) AS t FROM gap
  WHERE subject IN (SELECT subject FROM doubted)
  GROUP BY subject, starts, ends HAVING count(*) = 1
) AS differing
GROUP BY subject
