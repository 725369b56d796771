-- An assessment is complete within 45 working days.
SELECT 'B-ASSESSMENT' AS rule, 'violation' AS verdict, subject, due + 1 AS starts, answered + 1 AS ends
FROM (
  SELECT a.assessment_id AS subject, w.day AS due,
         CASE WHEN a.completed_on >= a.started_on AND a.completed_on <= @AS_OF
              THEN a.completed_on ELSE @AS_OF END AS answered
  FROM assessments a
  JOIN days d ON d.day = a.started_on
  JOIN working_days w ON w.number = d.working + 45
  WHERE a.started_on <= @AS_OF
) AS judged
WHERE answered > due
