// title: In the region on the day
// zh: 小组当日是否属于该地区
// question: Does the region run the group, or has a unit a listing or a seat in it that is the region or lies below it?
// takes: g, day
// gives: lies
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// note: A group is in a region if the region's government runs it (`place`) or if a unit with a listing or a seat in
//   it is the region itself or lies below it by command on the day. A group of which neither place nor seats are known
//   is in no region. The way leads upwards, for a region has more units than a group. A `-` before a uid leaves a division out of a region.
WITH *, $region IS NULL OR EXISTS {
  UNWIND COLLECT {
    MATCH (sitting:Unit)-[sits:MEMBER_OF]->(g) WHERE sits.valid_from <= day < sits.valid_to RETURN sitting.uid
  } + coalesce(g.place, []) AS uid
  MATCH (:Unit {uid: uid})
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
    (upper:Unit)
  WITH uid, collect(upper.uid) AS line
  WHERE any(one IN line WHERE one IN $region) AND none(one IN line WHERE '-' + one IN $region)
  RETURN uid
} AS lies
