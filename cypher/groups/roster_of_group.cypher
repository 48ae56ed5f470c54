// title: Roster of a group
// zh: 小组名单 -- 某日谁在小组有席位（依公布），其单位因何为成员或不为成员？
// question: Who has a seat in a group on a day, as published, and why does a seat make its unit a member or not?
// note: A row for each seat of a post and each unit that a source lists. `standing` is chair; member; not_government: a
//   member out of scope, for governments alone are in it; own_body: the unit is the host or its general office; other_role: an
//   observer, a secretary or the director of an office; no_unit: no source says to which unit the post belongs;
//   not_in_force: its unit is not in force on the day. A supposed chair or member changes `standing` and adds no row.
//   -- 每一职务席位和资料列出的每一单位各为一行。standing 的取值：chair 组长；member 成员；not_government：不在范围之内，因只计政府；own_body：
//   该单位为东道政府或其综合办事机构；other_role：列席者、秘书长或办公室主任；no_unit：没有资料载明职务所属单位；not_in_force：其单位当日不存续。
//   假设的组长或成员会改变 standing，但不增加行。
// tags: groups, seats, authority
// include: authority/_named, authority/_facts, authority/_past, authority/_basis, authority/_reading, authority/_scope
// column role: string -- chair, deputy_chair, member, observer, secretary or office_director
// column executive: boolean -- whether the source calls a deputy chair executive (常务) -- 资料是否称该副组长为常务
// column post: string? -- uid of the post; null for a listing of the unit
// column title: string? -- title as published; null for a listing and where no source gives it
//   -- 公布的职务名称；直接列出单位的和资料未载的为空
// column person: string? -- uid of the holder as published -- 公布的任职者的 uid
// column name: string? -- name of the holder as published -- 公布的任职者的姓名
// column rank: integer? (1 to 10) -- rank of the post, of the unit for a listing
// column unit: string? -- uid of the unit of the post, or that is listed -- 职务所在单位、或被列出的单位的 uid
// column unit_name: string? -- its name
// column unit_name_en: string? -- its name in English
// column unit_rank: integer? (1 to 10) -- the unit's own rank -- 单位本身的级别
// column unit_rank_basis: string? -- stated, derived or override
// column standing: string -- chair, member, not_government, own_body, other_role, no_unit or not_in_force
//   -- chair 任组长、member 所在单位为成员、not_government 不是政府、own_body 东道政府本级的席位、
//   other_role 此类席位不构成成员、no_unit 来源未载单位或 not_in_force 单位当日不存在
// column note: string? -- what the source adds
// column claims: list<string> -- what one source says of a property of the seat, each as JSON
//   -- 各来源对席位某一属性的主张，每项为 JSON
// column source: string -- uid of the source
// column confidence: string -- high, medium or low
// example: groups=["group:bth-air-lsg"], as_of=2018-07-12
CALL (g, day) {
  MATCH (post:Post)-[seat:SITS_IN]->(g)
  WHERE seat.valid_from <= day < seat.valid_to
  OPTIONAL MATCH (post)-[:IN]->(unit:Unit)
  RETURN seat, post, unit
  UNION ALL
  MATCH (unit:Unit)-[seat:MEMBER_OF]->(g)
  WHERE seat.valid_from <= day < seat.valid_to AND 'listed' IN seat.basis AND NOT EXISTS {
    MATCH (unit)<-[:IN]-(:Post {unstated: true})-[sitting:SITS_IN]->(g) WHERE sitting.valid_from <= day < sitting.valid_to
  }
  RETURN seat, null AS post, unit
}
OPTIONAL MATCH (person:Person {uid: seat.person}) WHERE day < coalesce(seat.shown_to, seat.valid_to)
RETURN g.uid AS group, seat.role AS role, coalesce(seat.executive, false) AS executive, post.uid AS post,
  coalesce(seat.title, CASE WHEN post.unstated THEN null ELSE post.title END) AS title, person.uid AS person, person.name AS name,
  CASE WHEN post IS NULL THEN unit.rank ELSE post.rank END AS rank,
  CASE WHEN post IS NULL THEN unit.rank_basis ELSE post.rank_basis END AS rank_basis,
  unit.uid AS unit, unit.name AS unit_name, unit.name_en AS unit_name_en, unit.rank AS unit_rank, unit.rank_basis AS unit_rank_basis, CASE
    WHEN seat.role = 'chair' THEN 'chair'
    WHEN NOT seat.role IN ['deputy_chair', 'member'] THEN 'other_role'
    WHEN unit IS NULL THEN 'no_unit'
    WHEN NOT unit.valid_from <= day < unit.valid_to THEN 'not_in_force'
    WHEN any(m IN scoped WHERE m.uid = unit.uid) THEN 'member'
    WHEN any(m IN members WHERE m.uid = unit.uid) THEN 'not_government'
    WHEN any(c IN candidates WHERE c.uid = unit.uid) THEN 'own_body'
  END AS standing, seat.from_edtf AS since, seat.note AS note, coalesce(seat.claims, []) AS claims,
  seat.last_evidence AS last_evidence, CASE WHEN person IS NOT NULL THEN CASE WHEN day < coalesce(seat.held_to, seat.valid_to)
    THEN 'held' ELSE 'last_shown' END END AS tenure_status,
  seat.source AS source,
  seat.confidence AS confidence
ORDER BY group, CASE seat.role WHEN 'chair' THEN 0 WHEN 'deputy_chair' THEN 1 WHEN 'member' THEN 2 ELSE 3 END, role,
  coalesce(rank, 0) DESC, title, name, unit, source
