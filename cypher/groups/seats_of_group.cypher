// title: Seats of a group
// zh: 小组的席位 -- 某日谁以何角色在小组有席位（依公布）？
// question: Who sits in a group on a day, in which role, as published?
// tags: groups, seats
// param group: uid<Group> -- uid
// param as_of: date -- the day
// column name: string? -- name of the person as published -- 公布的人物姓名
// column unit: string? -- uid of the unit of the post
// column note: string? -- what the source adds
// column source: string -- uid of the source
// column confidence: string -- high, medium or low
// example: group=group:bth-air-lsg, as_of=2018-07-12
MATCH (post:Post)-[seat:SITS_IN]->(:Group {uid: $group})
WHERE seat.valid_from <= $as_of < seat.valid_to AND seat.last_evidence IS NOT NULL
OPTIONAL MATCH (post)-[:IN]->(unit:Unit)
WITH post, seat, unit WHERE unit IS NULL OR unit.valid_from <= $as_of < unit.valid_to
OPTIONAL MATCH (person:Person {uid: seat.person}) WHERE $as_of < coalesce(seat.shown_to, seat.valid_to)
RETURN seat.role AS role, post.uid AS post, post.title AS title, person.uid AS person,
  person.name AS name, post.rank AS rank, post.rank_basis AS rank_basis, unit.uid AS unit,
  unit.name AS unit_name, seat.note AS note, seat.last_evidence AS last_evidence,
  CASE WHEN person IS NOT NULL THEN CASE WHEN $as_of < coalesce(seat.held_to, seat.valid_to)
    THEN 'held' ELSE 'last_shown' END END AS tenure_status,
  seat.source AS source, seat.confidence AS confidence
ORDER BY role, rank DESC, title, name
