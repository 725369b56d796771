-- Reserved tasks are done by registered social workers, assessments also by team managers. What is
-- 2 is certain, what is 1 hangs on an entry without a status or on a worker who is not recorded.
WITH done AS (
  SELECT x.activity_id AS subject, x.task, x.started_on,
         max(CASE WHEN x.worker_id IS NULL THEN 1
                  WHEN r.status = 'registered' THEN 2
                  WHEN r.registration_id IS NOT NULL AND r.status IS NULL THEN 1
                  ELSE 0 END) AS registered,
         max(CASE WHEN p.post_id IS NULL THEN 0 ELSE 2 END) AS manager
  FROM activities x
  LEFT JOIN registrations r ON r.worker_id = x.worker_id AND r.valid_from <= x.started_on
       AND (r.valid_to IS NULL OR r.valid_to >= x.started_on)
  LEFT JOIN posts p ON p.worker_id = x.worker_id AND p.role = 'team_manager'
       AND p.started_on <= x.started_on AND (p.ended_on IS NULL OR p.ended_on > x.started_on)
  WHERE (x.task IN ('s47_enquiry', 's17_assessment') OR x.task IS NULL) AND x.started_on <= @AS_OF
  GROUP BY x.activity_id, x.task, x.started_on
)
SELECT 'B-TASK.enquiry' AS rule,
       CASE WHEN registered = 0 AND task IS NOT NULL THEN 'violation' ELSE 'unknown' END AS verdict,
       subject, started_on AS starts, started_on + 1 AS ends
FROM done WHERE (task = 's47_enquiry' OR task IS NULL) AND registered < 2
UNION ALL
SELECT 'B-TASK.assessment',
       CASE WHEN registered = 0 AND task IS NOT NULL THEN 'violation' ELSE 'unknown' END,
       subject, started_on, started_on + 1
FROM done WHERE (task = 's17_assessment' OR task IS NULL) AND registered < 2 AND manager < 2
