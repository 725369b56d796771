-- Who leads a case is registered throughout. An entry without a status is in doubt, as in
-- continuity.sql; an allocation without a role is unknown as a whole.
WITH allocation AS (
  SELECT allocation_id AS subject, worker_id, role, started_on AS f,
         CASE WHEN ended_on <= @AS_OF THEN ended_on ELSE @AS_OF + 1 END AS t
  FROM allocations WHERE started_on <= @AS_OF
),
subject AS (SELECT * FROM allocation WHERE role = 'lead'),
held AS MATERIALIZED (
  SELECT s.subject, s.f, s.t, r.valid_from AS starts, coalesce(r.valid_to + 1, s.t) AS ends,
         CASE WHEN r.status = 'registered' THEN 1 ELSE 0 END AS certain
  FROM subject s JOIN registrations r ON r.worker_id = s.worker_id
  WHERE (r.status = 'registered' OR r.status IS NULL)
    AND r.valid_from < s.t AND (r.valid_to IS NULL OR r.valid_to >= s.f)
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
  FROM mark WHERE starts > covered_to
)
SELECT 'B-REGISTERED' AS rule, 'violation' AS verdict, subject, starts, ends
FROM gap WHERE run = 'hopeful'
UNION ALL
SELECT 'B-REGISTERED', 'unknown', subject, min(f), min(t)
FROM (
  SELECT subject, starts, ends, min(f) AS f, min(t) AS t FROM gap
  WHERE subject IN (SELECT subject FROM doubted)
  GROUP BY subject, starts, ends HAVING count(*) = 1
) AS differing
GROUP BY subject
UNION ALL
SELECT 'B-REGISTERED', 'unknown', subject, f, t FROM allocation WHERE role IS NULL
