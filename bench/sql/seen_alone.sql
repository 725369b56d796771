-- Why a child was not seen alone is recorded.
SELECT 'B-SEEN-ALONE' AS rule, CASE WHEN applies THEN 'violation' ELSE 'unknown' END AS verdict,
       visit_id AS subject, seen_on AS starts, seen_on + 1 AS ends
FROM (
  SELECT visit_id, seen_on, alone_reason, kind = 'statutory' AND NOT seen_alone AS applies
  FROM visits WHERE seen_on <= @AS_OF
) AS judged
WHERE applies IS NULL OR (applies AND alone_reason IS NULL)
