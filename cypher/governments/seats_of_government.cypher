// title: Seats of a government and its departments
// zh: 一个政府及其部门的席位 -- 某日某政府、其官员和部门在小组中有哪些席位？
// question: Which seats in groups do a government, its officials and its departments have on a day?
// note: A row for each seat of a post and each listing of a unit that is in force on D, in groups in force on D. `own`
//   tells the government itself from its departments (DEPARTMENT_OF on D, theirs too). What a chair is to the
//   government, authority_by_member tells; of which groups it is the host, groups_of_government tells.
//   -- D 日存续的小组中，D 日有效的每一职务席位、每次直接列出单位，各为一行。own 区分该政府自身与其部门（D 日的 DEPARTMENT_OF，含部门的部门）。组长对该政府为何种关系，
//   见 authority_by_member；以其为东道政府的小组，见 groups_of_government。
// tags: governments, groups, seats
// param unit: uid<Unit> -- uid of a division or agency -- 区划或机构的 uid
// param as_of: date -- the day D
// column unit: string -- uid of the unit that is listed or whose post sits
//   -- 被列出的单位、或有席位的职务所在单位的 uid
// column unit_name: string -- its name
// column unit_rank: integer? (1 to 10) -- its rank
// column own: boolean -- whether it is the government itself; false: one of its departments
//   -- 是否为该政府本身；否：其部门
// column post: string? -- uid of the post; null for a listing of the unit
// column title: string? -- title of the post; null for a listing and where no source gives it
//   -- 职务名称；直接列出单位的和资料未载的为空
// column rank: integer? (1 to 10) -- rank of the post, of the unit for a listing
// column name: string? -- name of the holder -- 任职者的姓名
// example: unit=div:370000:山东省, as_of=2018-12-25
MATCH (:Unit {uid: $unit})
  (()<-[down:DEPARTMENT_OF WHERE down.valid_from <= $as_of < down.valid_to]-()){0,2}
  (unit:Unit)
WITH DISTINCT unit WHERE unit.valid_from <= $as_of < unit.valid_to
CALL (unit) {
  MATCH (unit)<-[:IN]-(post:Post)-[seat:SITS_IN]->(g:Group)
  RETURN g, seat, post
  UNION ALL
  MATCH (unit)-[seat:MEMBER_OF]->(g:Group)
  WHERE 'listed' IN seat.basis
  RETURN g, seat, null AS post
}
WITH unit, g, seat, post
WHERE seat.valid_from <= $as_of < seat.valid_to AND g.valid_from <= $as_of < g.valid_to
OPTIONAL MATCH (person:Person {uid: seat.person}) WHERE $as_of < coalesce(seat.shown_to, seat.valid_to)
RETURN g.uid AS group, seat.role AS role, unit.uid AS unit, unit.name AS unit_name, unit.rank AS unit_rank,
  unit.uid = $unit AS own, post.uid AS post,
  CASE WHEN post.unstated THEN null ELSE post.title END AS title,
  CASE WHEN post IS NULL THEN unit.rank ELSE post.rank END AS rank,
  CASE WHEN post IS NULL THEN unit.rank_basis ELSE post.rank_basis END AS rank_basis,
  person.uid AS person, person.name AS name, seat.from_edtf AS since, seat.to_edtf AS until,
  seat.last_evidence AS last_evidence, CASE WHEN person IS NOT NULL THEN CASE WHEN $as_of < coalesce(seat.held_to, seat.valid_to)
    THEN 'held' ELSE 'last_shown' END END AS tenure_status,
  seat.source AS source, seat.confidence AS confidence
ORDER BY group, own DESC, rank DESC, role, unit, post, person, source
