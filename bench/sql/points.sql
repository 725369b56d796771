-- The caseload of a social worker stays within 24 points for a full post: two points for a case that
-- is led, one for another. An allocation without a role may have any weight.
WITH post AS (
  SELECT post_id AS subject, worker_id, 24 * fte AS most, started_on AS f,
         CASE WHEN ended_on <= @AS_OF THEN ended_on ELSE @AS_OF + 1 END AS t
  FROM posts WHERE role IN ('social_worker', 'senior_practitioner') AND started_on <= @AS_OF
),
subject AS (SELECT * FROM post WHERE most IS NOT NULL),
held AS MATERIALIZED (
  SELECT s.subject, s.f, s.t, s.most, a.role,
         CASE WHEN a.started_on > s.f THEN a.started_on ELSE s.f END AS starts,
         CASE WHEN a.ended_on < s.t THEN a.ended_on ELSE s.t END AS ends
  FROM subject s JOIN allocations a ON a.worker_id = s.worker_id
  WHERE a.started_on < s.t AND (a.ended_on IS NULL OR a.ended_on > s.f)
),
doubted AS MATERIALIZED (SELECT DISTINCT subject FROM held WHERE role IS NULL),
weighed AS (
  SELECT 'hopeful' AS run, subject, f, t, most, starts, ends,
         CASE WHEN role = 'lead' THEN 2 WHEN role IS NULL THEN 0 ELSE 1 END AS weight
  FROM held
  UNION ALL
  SELECT 'strict', subject, f, t, most, starts, ends,
         CASE WHEN role = 'lead' THEN 2 WHEN role IS NULL THEN 1000000 ELSE 1 END
  FROM held WHERE subject IN (SELECT subject FROM doubted)
),
change AS (
  SELECT run, subject, f, t, most, starts AS day, weight FROM weighed
  UNION ALL
  SELECT run, subject, f, t, most, ends, -weight FROM weighed WHERE ends < t
),
level AS (
  SELECT run, subject, f, t, most, day,
         sum(sum(weight)) OVER (PARTITION BY run, subject ORDER BY day) AS points,
         lead(day) OVER (PARTITION BY run, subject ORDER BY day) AS next_day
  FROM change GROUP BY run, subject, f, t, most, day
),
stretch AS (
  SELECT run, subject, f, t, day, coalesce(next_day, t) AS next_day,
         CASE WHEN lag(coalesce(next_day, t)) OVER (PARTITION BY run, subject ORDER BY day) = day
              THEN 0 ELSE 1 END AS is_new
  FROM level WHERE points > most
),
numbered AS (
  SELECT *, sum(is_new) OVER (PARTITION BY run, subject ORDER BY day) AS number FROM stretch
),
broken AS MATERIALIZED (
  SELECT run, subject, f, t, min(day) AS starts, max(next_day) AS ends
  FROM numbered GROUP BY run, subject, f, t, number
)
SELECT 'B-POINTS' AS rule, 'violation' AS verdict, subject, starts, ends
FROM broken WHERE run = 'hopeful'
UNION ALL
SELECT 'B-POINTS', 'unknown', subject, min(f), min(t)
FROM (
  SELECT subject, starts, ends, min(f) AS f, min(t) AS t FROM broken
  WHERE subject IN (SELECT subject FROM doubted)
  GROUP BY subject, starts, ends HAVING count(*) = 1
) AS differing
GROUP BY subject
UNION ALL
SELECT 'B-POINTS', 'unknown', subject, f, t FROM post WHERE most IS NULL
