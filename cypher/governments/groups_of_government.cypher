// title: Groups of a government
// question: In which groups does a government or an agency sit, which does it chair, and of which is it the host?
// note: A row for each documented seat of its officials, each listing of itself, and each group of which it is the
//   host on the day of the reading. `period_from` and `period_to` are those of the seat or listing; a host has none,
//   it follows from the members on the day. `counts` tells whether the unit is a member on that day: a seat makes none
//   of the host, nor of a single chair's own unit. Seats in departments are those of the departments.
// tags: governments, groups, seats, host
// include: governments/_of_units, authority/_facts
// column unit_name: string -- its name
// column role: string -- chair, deputy_chair, member, observer, secretary, office_director or host
// column title: string? -- title of the post that sits; null for a listing of the unit and for a host
// column person: string? -- the holder as published
// column period_from: date? -- first day of the seat; null if unknown
// column period_to: date? -- first day after it; null if open or unknown
// column counts: boolean -- whether the unit is a member on that day
// column source: string? -- uid of the source of the seat or listing; null for a host
// example: units=["div:310000:上海市"]
UNWIND $units AS uid
MATCH (unit:Unit {uid: uid})
CALL (g, unit, hosts) {
  MATCH (unit)-[m:MEMBER_OF]->(g)
  WHERE 'listed' IN m.basis
  RETURN m.role AS role, null AS title, null AS person, m AS tie
  UNION ALL
  MATCH (unit)<-[:IN]-(post:Post)-[seat:SITS_IN]->(g)
  RETURN seat.role AS role, post.title AS title,
    head(COLLECT { MATCH (p:Person {uid: seat.person}) RETURN p.name }) AS person, seat AS tie
  UNION ALL
  WITH g, unit, hosts WHERE unit.uid IN hosts
  RETURN 'host' AS role, null AS title, null AS person, null AS tie
}
WITH g, day, unit, members, role, title, person, tie
RETURN unit.uid AS unit, unit.name AS unit_name, g.uid AS group, g.name AS name, role AS role,
  title AS title, person AS person,
  CASE WHEN tie.from_precision <> 'unknown' THEN tie.valid_from END AS period_from,
  CASE WHEN NOT tie.to_precision IN ['unknown', 'open'] THEN tie.valid_to END AS period_to,
  tie.last_evidence AS last_evidence, day AS as_of, any(m IN members WHERE m.uid = unit.uid) AS counts,
  tie.source AS source, tie.confidence AS confidence
ORDER BY unit, period_from, group, role, title, person, source
