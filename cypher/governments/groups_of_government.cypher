// title: Groups of a government
// zh: 一个政府的小组 -- 某政府或机构在哪些小组有席位，任哪些组的组长，是哪些组的东道政府，组长与它是何关系？
// question: In which groups does a government or an agency sit, which does it chair, of which is it the host, and what is the chair to it?
// note: A row for each documented seat of its officials, each listing of itself, each group of which it is the
//   host on the day of the reading, and each in which departments of it alone sit. `period_from` and `period_to` are those of the seat or
//   listing; a host has none, it follows from the members on the day. `in_force` tells whether the seat is held on that day: the groups with a
//   row in force are those that groups_of_government_counts and the page of the government count. `counts` tells whether the unit is a
//   member then: a seat makes none of the host, nor of a single chair's own unit. `relation` and `gap` are those of the chair to the unit
//   as a member, over all members.
//   -- 其官员每一有记载的席位、其每次被直接列出、判读之日以其为东道政府的每一小组，以及只有其部门参加的每一小组，各为一行。period_from 和 period_to 是席位或列名的起止；
//   东道政府没有起止，依当日的成员判定。in_force 表示该席位当日是否有效：有此类行的小组，即 groups_of_government_counts 和政府页面所计的小组。
//   counts 表示该单位当时是否为成员：东道政府以及单一组长自身所在的单位，并不因席位而成为成员。relation 和 gap 是组长对该单位作为成员的关系和级差，按全部成员计。
// tags: governments, groups, seats, host
// include: governments/_of_units, authority/_read_once, authority/_told, governments/_on_day
// shown: name, role, title, person, tenure_status, in_force, chair, chair_name, relation, gap
// param scope: string = all -- the members over which relation and gap are read: auto, governments or all
//   -- 计算关系和级差所依的成员范围：auto 自动、governments 只计政府或 all 计全部成员
// column unit_name: string -- its name
// column role: string -- chair, deputy_chair, member, observer, secretary, office_director, host or department
//   -- chair 组长、deputy_chair 副组长、member 成员、observer 列席、secretary 秘书长、office_director 办公室主任、
//   host 东道政府或 department 所属部门
// column title: string? -- title of the post that sits; null for a listing of the unit and for a host; of departments their names
//   -- 有席位的职务名称；直接列出单位的和东道政府为空；所属部门的为其名称
// column person: string? -- the holder as published; null once his tenure in the post has ended
//   -- 公布的任职者；其在该职务的任期已终止的为空
// column period_from: date? -- first day of the seat; null if unknown -- 席位起始之日；不明的为空
// column period_to: date? -- first day after it; null if open or unknown
//   -- 席位终止之日，即不再有效的第一日；尚未终止或不明的为空
// column counts: boolean -- whether the unit is a member on that day -- 该单位当日是否为成员
// column source: string? -- uid of the source of the seat or listing; null for a host
//   -- 席位或列名的来源的 uid；东道政府为空
// column in_force: boolean -- whether the seat is held on that day -- 该席位当日是否有效
// column chair: string? -- title of the chair who gives relation and gap, else of the first chair
//   -- 据以得出关系和级差的组长的职务名称，没有的为第一位组长的
// column chair_name: string? -- that chair's name
// column relation: string? -- what the chair is to the unit as a member: OWN, OUTSIDE, LINE, UNKNOWN, UNRANKED, OUTRANK_ONLY, PEER or
//   OUTRANKED; null where it is no member or no chair is known
//   -- 组长与作为成员的该单位的关系：OWN 本职、OUTSIDE 体系外、LINE 统属、UNKNOWN 不明、UNRANKED 缺级别、
//   OUTRANK_ONLY 仅级别高、PEER 同级或 OUTRANKED 级别低；不是成员或组长不明的为空
// column gap: integer? (steps) -- rank of the chair less rank of the unit; null where one is missing
//   -- 组长级别减去该单位级别；有一方缺失的为空
// example: units=["div:310000:上海市"]
UNWIND $units AS uid
MATCH (unit:Unit {uid: uid})
CALL (g, unit, hosts, own, below, day) {
  MATCH (unit)-[m:MEMBER_OF]->(g)
  WHERE 'listed' IN m.basis
  RETURN m.role AS role, null AS title, null AS person, m AS tie, m.valid_from <= day < m.valid_to AS in_force
  UNION ALL
  MATCH (unit)<-[:IN]-(post:Post)-[seat:SITS_IN]->(g)
  RETURN seat.role AS role, post.title AS title,
    head(COLLECT { MATCH (p:Person {uid: seat.person})
      WHERE NOT seat.valid_from <= day < seat.valid_to OR day < coalesce(seat.shown_to, seat.valid_to) RETURN p.name }) AS person, seat AS tie, seat.valid_from <= day < seat.valid_to AS in_force
  UNION ALL
  WITH g, unit, hosts WHERE unit.uid IN hosts
  RETURN 'host' AS role, null AS title, null AS person, null AS tie, true AS in_force
  UNION ALL
  WITH g, unit, hosts, own, below WHERE NOT own AND NOT unit.uid IN hosts AND size(below) > 0
  RETURN 'department' AS role, reduce(all = below[0], name IN below[1..] | all + '、' + name) AS title, null AS person,
    null AS tie, true AS in_force
}
WITH g, day, unit, role, title, person, tie, in_force, leaders[0] AS first, members,
  head([m IN told WHERE m.member = unit.uid]) AS over
RETURN unit.uid AS unit, unit.name AS unit_name, g.uid AS group, g.name AS name, role AS role,
  title AS title, person AS person,
  CASE WHEN person IS NOT NULL AND in_force THEN CASE WHEN day < coalesce(tie.held_to, tie.valid_to)
    THEN 'held' ELSE 'last_shown' END END AS tenure_status,
  CASE WHEN tie.from_precision <> 'unknown' THEN tie.valid_from END AS period_from,
  CASE WHEN NOT tie.to_precision IN ['unknown', 'open'] THEN tie.valid_to END AS period_to,
  tie.last_evidence AS last_evidence, day AS as_of, any(m IN members WHERE m.uid = unit.uid) AS counts,
  tie.source AS source, tie.confidence AS confidence, in_force,
  coalesce(over.chair, first.title) AS chair, CASE WHEN over.chair IS NULL THEN first.name ELSE over.chair_name END AS chair_name,
  over.relation AS relation, over.gap AS gap
ORDER BY unit, in_force DESC, period_from, group, role, title, person, source
