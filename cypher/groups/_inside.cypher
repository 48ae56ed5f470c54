// title: Members in the region
// zh: 该地区之内的成员
// question: Which members of the group are the region or lie below it on the day?
// takes: entry
// gives: entry
WITH entry, CASE WHEN $region IS NULL THEN [] ELSE COLLECT {
    UNWIND entry.uids AS uid
    MATCH (:Unit {uid: uid})
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= $as_of < up.valid_to]->()){0,12}
      (upper:Unit)
    RETURN {uid: uid, upper: upper.uid}
  } END AS lines
WITH entry {.*, inside: [uid IN entry.uids WHERE $region IS NULL
    OR (any(line IN lines WHERE line.uid = uid AND line.upper IN $region)
      AND none(line IN lines WHERE line.uid = uid AND '-' + line.upper IN $region))]} AS entry
ORDER BY entry.uid
