// title: Groups of a region and a field, whether they count or not
// question: Which groups were in force on the day, in a region and a field, as far as ends are known?
// gives: g, day
// note: A group is in a region if the region's government runs it (`place`) or if a unit with a listing or a seat in
//   it is the region itself or lies below it by command on the day. A group of which neither place nor seats are known
//   is in no region.
// param as_of: date -- the day D
// param region: uid<Division>? = null -- uid of a division; null for every group
// param field: string? = null -- water, tourism, transport and so on; null for every field
CALL () {
  WITH $region AS region WHERE region IS NULL
  MATCH (g:Group)
  RETURN g
  UNION
  MATCH (:Unit {uid: $region})
    (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= $as_of < down.valid_to]-()){0,12}
    (lower:Unit)
  WITH DISTINCT lower
  MATCH (lower)-[m:MEMBER_OF]->(g:Group)
  WHERE m.valid_from <= $as_of < m.valid_to
  RETURN g
  UNION
  WITH $region AS region WHERE region IS NOT NULL
  MATCH (g:Group)
  MATCH (:Unit {uid: g.place})
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= $as_of < up.valid_to]->()){0,12}
    (:Unit {uid: region})
  RETURN g
}
WITH DISTINCT g, $as_of AS day
WHERE g.valid_from <= day < g.valid_to AND ($field IS NULL OR g.field = $field)
