// title: Groups of a person
// zh: 一人所在的小组 -- 某人在哪些小组任组长、副组长或有席位，何时，以何职务，见于何处？
// question: Which groups does a person chair, deputise or sit in, when, by which post, and where was it read?
// note: A row for each seat that names the person, and for each chair, deputy or member's seat that names a head's
//   post and no person while the person is shown in that post (named is false, the period is that of both). How many
//   seats name nobody, so that a person may have more, is answered by seats_counted.
//   -- 载明其姓名的席位各为一行；组长、副组长或成员的席位只载正职职务而未载姓名，而有资料表明其人当时任该职务的，也各为一行（named 为否，时段取二者共有的部分）。有多少席位未载姓名、
//   其人因而可能还有其他席位，见 seats_counted。
// tags: persons, groups, seats
// param person: uid<Person> -- uid
// column title: string? -- title as published, else of the post; null if no source gives it
//   -- 公布的职务名称，未公布的为该职务的名称；资料未载的为空
// column named: boolean -- whether the source names the person; false: the person holds the post that is named
//   -- 资料是否载明其人；否：其人担任所载的职务
// column post: string? -- uid of the post; null if no source gives it -- 职务的 uid；资料未载的为空
// column source: string -- uid of the source
// column confidence: string -- high, medium or low
// example: person=person:韩正
MATCH (person:Person {uid: $person})
CALL (person) {
  MATCH (post:Post)-[seat:SITS_IN]->(g:Group)
  WHERE seat.person = person.uid
  RETURN post, seat, g, true AS named, seat.valid_from AS valid_from,
    CASE WHEN seat.shown_to < seat.valid_to THEN seat.shown_to ELSE seat.valid_to END AS valid_to
  UNION
  MATCH (person)-[tenure:HOLDS]->(post:Post)-[seat:SITS_IN]->(g:Group)
  WHERE seat.person IS NULL AND post.mode IN ['HEAD', 'DEPT_HEAD']
    AND seat.role IN ['chair', 'deputy_chair', 'member']
    AND tenure.held_from < seat.valid_to AND seat.valid_from < tenure.held_to
  RETURN post, seat, g, false AS named,
    CASE WHEN tenure.held_from > seat.valid_from THEN tenure.held_from ELSE seat.valid_from END AS valid_from,
    CASE WHEN tenure.held_to < seat.valid_to THEN tenure.held_to ELSE seat.valid_to END AS valid_to
}
WITH *, named AND seat.end_basis <> 'stated' AND seat.shown_to < seat.valid_to AS left
OPTIONAL MATCH (source:Source {uid: seat.source})
RETURN g.uid AS group, g.name AS group_name, seat.role AS role, coalesce(seat.executive, false) AS executive,
  coalesce(seat.title, post.title) AS title, named, valid_from, valid_to, seat.from_edtf AS since,
  CASE WHEN left THEN '[..' + toString(valid_to) + ']' ELSE seat.to_edtf END AS until,
  CASE WHEN left THEN 'derived' ELSE seat.end_basis END AS end_basis, seat.last_evidence AS last_evidence,
  CASE WHEN post.unstated THEN null ELSE post.uid END AS post, seat.source AS source,
  source.title AS source_title, seat.confidence AS confidence
ORDER BY valid_from, group, role, post
