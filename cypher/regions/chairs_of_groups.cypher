// title: Chairs of groups over time
// zh: 各小组的历任组长 -- 这些小组历任组长是谁，始于何时、终于何时？
// question: Who chaired each of these groups, since when and until when?
// note: As chairs_over_time, for many groups at once: what the turnover of a region is counted from.
//   -- 同 chairs_over_time，一次查询多个小组：一个地区的组长更替由此计得。
// tags: regions, chairs, time
// param groups: list<uid<Group>>? = null -- uids of groups; null for every group
// example: groups=["group:yrd-air-coop", "group:guangfo"]
CALL () {
  WITH $groups AS asked WHERE asked IS NULL
  MATCH (g:Group)
  RETURN g
  UNION
  UNWIND coalesce($groups, []) AS uid
  MATCH (g:Group {uid: uid})
  RETURN g
}
MATCH (post:Post)-[seat:CHAIRS]->(g)
OPTIONAL MATCH (person:Person {uid: seat.person})
RETURN g.uid AS group, person.uid AS person, coalesce(seat.rotating, false) AS rotating,
  seat.valid_from AS valid_from, seat.from_precision AS from_precision,
  g.last_documented AS group_last_documented, g.valid_to AS group_until
ORDER BY group, valid_from, person
