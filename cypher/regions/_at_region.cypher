// title: Groups that may belong to a region
// zh: 可能属于该地区的小组
// question: Which groups have a listing or a seat of a unit in the region or below it, or are run or founded by one?
// gives: g, day
// param as_of: date? = null -- the day D; null for each group's last documented day
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// note: The net is wide, so that few groups are read: `_relation` and `_lies_in` decide about each.
CALL () {
  MATCH (g:Group) WHERE $region IS NULL RETURN g
  UNION
  MATCH (top:Unit) WHERE top.uid IN $region
  MATCH (top)
    (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE $as_of IS NULL OR down.valid_from <= $as_of < down.valid_to]-()){0,12}
    (unit:Unit)
  WITH DISTINCT unit
  CALL (unit) {
    MATCH (unit)-[:MEMBER_OF]->(g:Group) RETURN g
    UNION
    MATCH (unit)<-[:ISSUED_BY]-(:Document)<-[:ESTABLISHED_BY]-(g:Group) RETURN g
    UNION
    MATCH (g:Group {place: unit.uid}) RETURN g
  }
  RETURN g
}
WITH g, coalesce($as_of, g.read_on, date()) AS day
WHERE g.valid_from <= day < g.valid_to
