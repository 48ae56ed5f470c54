// title: Vacancies and unknown chairs
// zh: 空缺与不明的组长 -- 哪些小组有资料载明组长空缺，哪些只是组长不明？
// question: Which groups have a vacant chair by a source, and of which is the chair merely not known?
// note: A chair that no source names is unknown, never vacant. How many groups were looked at is answered by
//   vacancies_counted.
//   -- 没有资料载明的组长为不明，绝不视为空缺。共查看多少个小组，见 vacancies_counted。
// tags: chairs, groups, vacancies
// include: authority/_groups, authority/_facts, authority/_leadership, chairs/_chair_status
// column status: string -- vacancy_stated, post_unknown (only a name is known) or chair_unknown
//   -- vacancy_stated 载明空缺、post_unknown（只知姓名）或 chair_unknown 组长不明
// column named: list<string> -- names in the chair whose post no source gives -- 任组长而资料未载职务者的姓名
// column last_chair: string? -- title of the chair documented last before the day; null if none
//   -- 此前最后有记载的组长的职务名称；没有的为空
// column last_chair_name: string? -- that chair's name
// column last_chair_until: string? -- end of that chair (EDTF); null if unknown
//   -- 该组长的终止时间（EDTF）；不明的为空
// column undated: boolean -- whether no source dates the group -- 是否没有资料可以确定该组的时间
WITH g, day, status WHERE status IN ['vacancy_stated', 'post_unknown', 'chair_unknown']
CALL (g, day) {
  OPTIONAL MATCH (post:Post)-[seat:CHAIRS]->(g)
  WHERE seat.valid_to <= day OR EXISTS { (post)-[:IN]->(unit:Unit) WHERE unit.valid_to <= day }
  OPTIONAL MATCH (person:Person {uid: seat.person})
  RETURN coalesce(seat.title, post.title) AS last_chair, person.name AS last_chair_name,
    seat.to_edtf AS last_chair_until
  ORDER BY seat.valid_to DESC, last_chair LIMIT 1
}
RETURN g.uid AS group, g.name AS name, day AS as_of, status,
  COLLECT {
    MATCH (post:Post {unstated: true})-[seat:CHAIRS]->(g)
    WHERE seat.valid_from <= day < seat.valid_to
    MATCH (person:Person {uid: seat.person})
    RETURN person.name ORDER BY person.name
  } AS named,
  last_chair, last_chair_name, last_chair_until, g.last_documented IS NULL AS undated,
  COLLECT { MATCH (g)-[:SOURCED_FROM]->(o:Source) RETURN o.uid ORDER BY o.uid } AS sources
ORDER BY status DESC, group
