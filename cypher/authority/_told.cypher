// title: Members as they are told
// zh: 各成员的结果行
// question: What is told of each member in scope, the highest in rank first?
// takes: g, day, related, leaders
// gives: told
CALL (g, day, related, leaders) {
  UNWIND related AS m
  WITH m, leaders[m.leader] AS chair ORDER BY m.rank DESC, m.code, m.uid
  RETURN collect(m {
    group: g.uid, group_name: g.name, as_of: day, member: m.uid, member_name: m.name, .code, .role, .rank,
    .relation, .gap, chair: chair.title, chair_name: chair.name, chair_post: chair.post, chair_units: chair.units,
    supposed: m.supposed OR $suppose_chair.title IS NOT NULL, .source, .confidence
  }) AS told
}
