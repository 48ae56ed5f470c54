// title: Groups of a field in force
// zh: 某一领域的存续小组
// question: Which groups were in force on the day, in a field, as far as ends are known, and may lie in the region?
// gives: g, day
// param as_of: date -- the day D
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// param field: string? = null -- water, tourism, transport and so on; null for every field
// note: Where a region is asked for, only the groups of units in it or below it are read, not all of the graph: `_lies_in`
//   decides about each, upwards by the same ties. The way down stands twice: units that are carried as a list count in the memory of every row.
CALL () {
  MATCH (g:Group) WHERE $region IS NULL RETURN g
  UNION ALL
  CALL () {
    MATCH (top:Unit) WHERE top.uid IN $region
    MATCH (top)
      (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= $as_of < down.valid_to]-()){0,12}
      (unit:Unit)
    WITH DISTINCT unit
    MATCH (unit)-[:MEMBER_OF]->(g:Group) RETURN g
    UNION
    MATCH (top:Unit) WHERE top.uid IN $region
    MATCH (top)
      (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= $as_of < down.valid_to]-()){0,12}
      (unit:Unit)
    WITH DISTINCT unit
    WITH collect(unit.uid) AS uids
    MATCH (g:Group) WHERE g.place IN uids RETURN g
  }
  RETURN g
}
WITH g, $as_of AS day
WHERE g.valid_from <= day < g.valid_to AND ($field IS NULL OR g.field = $field)
