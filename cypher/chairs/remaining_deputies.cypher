// title: Deputies who remain
// zh: 留任的副组长 -- 某日小组若无组长，还有哪些副组长？
// question: Which deputy chairs has a group on a day, who would be left without its chair?
// note: Those named who chair the group themselves are left out. Without a post the deputy is known by name only, and
//   nothing can be said of command or rank.
//   -- 其人本身即为该组组长的不列。没有职务的副组长只知姓名，其统属和级别均无从得知。
// tags: chairs, deputies
// param group: uid<Group> -- uid
// param as_of: date -- the day
// column post: string? -- uid of the post; null where no source gives it
// column published: string? -- title as published -- 公布的职务名称
// column name: string? -- name of the person
// column mode: string? -- HEAD, DEPUTY_HEAD, DEPT_HEAD, COLLEGIAL or OTHER
//   -- HEAD 正职、DEPUTY_HEAD 副职、DEPT_HEAD 部门正职、COLLEGIAL 常委或 OTHER 其他
// column unit: string? -- uid of the unit of the post
// column source: string -- uid of the source
// column confidence: string -- high, medium or low
// example: group=group:gd-gba-lsg, as_of=2023-05-08
MATCH (post:Post)-[seat:DEPUTY_CHAIRS]->(g:Group {uid: $group})
WHERE seat.valid_from <= $as_of < seat.valid_to AND NOT EXISTS {
  MATCH (:Post)-[chair:CHAIRS]->(g)
  WHERE chair.valid_from <= $as_of < chair.valid_to AND chair.person = seat.person
}
OPTIONAL MATCH (post)-[:IN]->(unit:Unit)
OPTIONAL MATCH (person:Person {uid: seat.person}) WHERE $as_of < coalesce(seat.shown_to, seat.valid_to)
WITH seat, unit, person, post, CASE WHEN post.unstated THEN null ELSE post END AS stated
RETURN stated.uid AS post, stated.title AS title, seat.title AS published, person.uid AS person, person.name AS name,
  coalesce(seat.executive, false) AS executive, stated.mode AS mode, stated.rank AS rank, unit.uid AS unit,
  unit.name AS unit_name, seat.from_edtf AS since, seat.last_evidence AS last_evidence,
  CASE WHEN person IS NOT NULL THEN CASE WHEN $as_of < coalesce(seat.held_to, seat.valid_to)
    THEN 'held' ELSE 'last_shown' END END AS tenure_status, seat.source AS source,
  seat.confidence AS confidence
ORDER BY executive DESC, rank DESC, post, person
