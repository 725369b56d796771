-- A social worker has supervision every month, with five days of grace; a long absence stops the
-- clock, and it starts anew after it. So each stretch between absences is judged by itself.
WITH subject AS (
  SELECT post_id AS subject, worker_id, started_on AS f,
         CASE WHEN ended_on <= @AS_OF THEN ended_on ELSE @AS_OF + 1 END AS t
  FROM posts WHERE role IN ('social_worker', 'senior_practitioner') AND started_on <= @AS_OF
),
pause AS (
  SELECT s.subject, s.worker_id, s.f, s.t, a.starts_on AS starts,
         CASE WHEN a.ends_on < s.t THEN a.ends_on + 1 ELSE s.t END AS ends
  FROM subject s JOIN absences a ON a.worker_id = s.worker_id
  WHERE a.kind IN ('maternity', 'sickness')
    AND CASE WHEN a.ends_on IS NULL THEN @AS_OF ELSE a.ends_on END - a.starts_on + 1 >= 28
    AND a.starts_on < s.t AND (a.ends_on IS NULL OR a.ends_on >= s.f)
),
mark AS (
  SELECT *, max(ends) OVER (PARTITION BY subject ORDER BY starts, ends
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS paused_to
  FROM pause
),
stretch AS (
  SELECT subject, worker_id, coalesce(paused_to, f) AS f, starts AS t
  FROM mark WHERE starts > coalesce(paused_to, f)
  UNION ALL
  SELECT subject, worker_id, max(ends), t FROM mark GROUP BY subject, worker_id, t HAVING max(ends) < t
  UNION ALL
  SELECT subject, worker_id, f, t FROM subject WHERE subject NOT IN (SELECT subject FROM pause)
),
point AS (
  SELECT s.subject, s.f, s.t, v.held_on AS since
  FROM stretch s JOIN supervisions v ON v.worker_id = s.worker_id
  WHERE v.kind = 'individual' AND v.held_on > s.f AND v.held_on < s.t
  UNION
  SELECT subject, f, t, f FROM stretch
),
wait AS (
  SELECT subject, t, since, lead(since) OVER (PARTITION BY subject, f ORDER BY since) AS answered
  FROM point
)
SELECT 'B-SUPERVISION' AS rule, 'violation' AS verdict, w.subject, d.next_month + 6 AS starts,
       CASE WHEN w.answered IS NULL THEN w.t ELSE w.answered + 1 END AS ends
FROM wait w JOIN days d ON d.day = w.since
WHERE w.answered > d.next_month + 5 OR (w.answered IS NULL AND w.t - 1 > d.next_month + 5)
