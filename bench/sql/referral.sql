-- A referral is entered once: the later keys of equal rows are the breaches.
SELECT 'B-REFERRAL' AS rule, 'violation' AS verdict, subject, @AS_OF AS starts, @AS_OF + 1 AS ends
FROM (
  SELECT referral_id AS subject,
         row_number() OVER (PARTITION BY case_id, received_on ORDER BY referral_id) AS place
  FROM referrals WHERE case_id IS NOT NULL
) AS ordered
WHERE place > 1
