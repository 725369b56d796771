-- The first core group meets within ten working days, unless the plan ends before.
WITH plan AS (
  SELECT s.status_id AS subject, s.case_id, s.started_on, s.ended_on, w.day AS due
  FROM statuses s
  JOIN days d ON d.day = s.started_on
  JOIN working_days w ON w.number = d.working + 10
  WHERE s.status = 'CP' AND s.started_on <= @AS_OF
),
answer AS (
  SELECT p.subject, min(m.held_on) AS held_on
  FROM plan p JOIN meetings m ON m.case_id = p.case_id
  WHERE m.kind = 'core_group' AND m.held_on >= p.started_on AND m.held_on <= @AS_OF
  GROUP BY p.subject
),
judged AS (
  SELECT p.subject, p.ended_on, p.due, a.held_on, coalesce(a.held_on, @AS_OF) AS answered
  FROM plan p LEFT JOIN answer a ON a.subject = p.subject
)
SELECT 'B-CORE-GROUP' AS rule, 'violation' AS verdict, subject, due + 1 AS starts,
       CASE WHEN ended_on < answered THEN ended_on ELSE answered END + 1 AS ends
FROM judged
WHERE answered > due
  AND NOT (ended_on IS NOT NULL AND ended_on <= due AND ended_on <= @AS_OF
           AND (held_on IS NULL OR held_on > ended_on))
