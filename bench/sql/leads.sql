-- A worker leads no more than seven open cases. An allocation without a role may be one more.
SELECT 'B-LEADS' AS rule, CASE WHEN certain > 7 THEN 'violation' ELSE 'unknown' END AS verdict,
       subject, @AS_OF AS starts, @AS_OF + 1 AS ends
FROM (
  SELECT w.worker_id AS subject, count(a.role) AS certain, count(*) AS possible
  FROM workers w JOIN allocations a ON a.worker_id = w.worker_id
  WHERE (a.role = 'lead' OR a.role IS NULL)
    AND a.started_on <= @AS_OF AND (a.ended_on IS NULL OR a.ended_on > @AS_OF)
  GROUP BY w.worker_id
) AS counted
WHERE possible > 7
