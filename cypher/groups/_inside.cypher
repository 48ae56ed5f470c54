// title: Members in the region
// question: Which members of the group are the region or lie below it on the day?
// takes: entry
// gives: entry
WITH entry {.*, inside: CASE WHEN $region IS NULL THEN entry.uids ELSE COLLECT {
    UNWIND entry.uids AS uid
    MATCH (:Unit {uid: uid})
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= $as_of < up.valid_to]->()){0,12}
      (upper:Unit)
    WITH uid, collect(upper.uid) AS line
    WHERE any(one IN line WHERE one IN $region) AND none(one IN line WHERE '-' + one IN $region)
    RETURN uid
  } END} AS entry
ORDER BY entry.uid
