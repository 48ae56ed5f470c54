// title: In the region on the day
// question: Does the region run the group, or has a unit a listing or a seat in it that is the region or lies below it?
// takes: g, day
// gives: lies
// param region: uid<Division>? = null -- uid of a division; null for every group
// note: A group is in a region if the region's government runs it (`place`) or if a unit with a listing or a seat in
//   it is the region itself or lies below it by command on the day. A group of which neither place nor seats are known
//   is in no region. The way leads upwards, for a region has more units than a group.
WITH *, CASE WHEN $region IS NULL THEN [] ELSE COLLECT {
  MATCH (sitting:Unit)-[sits:MEMBER_OF]->(g) WHERE sits.valid_from <= day < sits.valid_to RETURN sitting.uid
} + coalesce(g.place, []) END AS uids
CALL (uids, day) {
  UNWIND uids AS uid
  MATCH (:Unit {uid: uid})
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
    (upper:Unit)
  RETURN $region IS NULL OR $region IN collect(upper.uid) AS lies
}
