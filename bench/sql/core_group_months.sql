-- A core group meets in every calendar month that lies wholly in the plan.
WITH subject AS (
  SELECT status_id AS subject, case_id, started_on AS f,
         CASE WHEN ended_on <= @AS_OF THEN ended_on ELSE @AS_OF + 1 END AS t
  FROM statuses WHERE status = 'CP' AND started_on <= @AS_OF
),
met AS (
  SELECT DISTINCT m.case_id, d.month
  FROM meetings m JOIN days d ON d.day = m.held_on WHERE m.kind = 'core_group'
)
SELECT 'B-CORE-GROUP-MONTHS' AS rule, 'violation' AS verdict, s.subject,
       d.day AS starts, d.next_month AS ends
FROM subject s
JOIN days d ON d.day = d.month AND d.day >= s.f AND d.next_month <= s.t
LEFT JOIN met ON met.case_id = s.case_id AND met.month = d.month
WHERE met.case_id IS NULL
