-- Supervision lasts an hour without interruption.
SELECT 'B-SESSION' AS rule, CASE WHEN holds IS NULL THEN 'unknown' ELSE 'violation' END AS verdict,
       supervision_id AS subject, held_on AS starts, held_on + 1 AS ends
FROM (
  SELECT supervision_id, held_on, minutes >= 60 AND NOT interrupted AS holds
  FROM supervisions
  WHERE kind = 'individual' AND held_on >= @2021-01-01 AND held_on <= @AS_OF
) AS judged
WHERE holds IS NULL OR NOT holds
