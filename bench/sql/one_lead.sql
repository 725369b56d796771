-- A case has one lead worker at a time. The later of two is the breach, for the days that it shares
-- with the first of those before it.
WITH lead_allocation AS (SELECT * FROM allocations WHERE role = 'lead' AND started_on <= @AS_OF),
clash AS (
  SELECT a.allocation_id AS subject, a.started_on AS starts,
         CASE WHEN a.ended_on IS NULL THEN b.ended_on WHEN b.ended_on < a.ended_on THEN b.ended_on
              ELSE a.ended_on END AS ends,
         row_number() OVER (PARTITION BY a.allocation_id
                            ORDER BY b.started_on, b.allocation_id) AS place
  FROM lead_allocation a JOIN lead_allocation b ON b.case_id = a.case_id
  WHERE (b.started_on < a.started_on
         OR (b.started_on = a.started_on AND b.allocation_id < a.allocation_id))
    AND (b.ended_on IS NULL OR b.ended_on > a.started_on)
)
SELECT 'B-ONE-LEAD' AS rule, 'violation' AS verdict, subject, starts, ends FROM clash WHERE place = 1
UNION ALL
SELECT 'B-ONE-LEAD', 'unknown', allocation_id, started_on, started_on + 1
FROM allocations WHERE role IS NULL AND started_on <= @AS_OF
