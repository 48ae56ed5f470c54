// title: Units of groups
// question: Which units have a listing or a seat in each group in force on a day, or run it?
// param as_of: date -- the day
// column group: string -- uid of the group
// column units: list<string> -- uids of the units
// example: as_of=2018-12-25
MATCH (g:Group)
WHERE g.valid_from <= $as_of < g.valid_to
RETURN g.uid AS group, COLLECT {
  MATCH (unit:Unit)-[m:MEMBER_OF]->(g) WHERE m.valid_from <= $as_of < m.valid_to RETURN unit.uid
} + coalesce(g.place, []) AS units
ORDER BY group
