// title: Ranks held against the hierarchy
// zh: 级别与层级的对照
// question: By how many steps does a unit reach its superior, a post its unit, a member its chair?
// takes: g, each, leaders
// gives: checked
// note: `excess` is the rank below less the rank above: null where one is not known. A unit contradicts from 0 on,
//   for a superior stands above; a post and a member from 1 on. A unit with several superiors is held against each.
WITH collect({g: g, related: each, leaders: leaders}) AS read
CALL (read) {
  UNWIND read AS r
  UNWIND r.related AS m
  WITH r, m WHERE m.relation IS NOT NULL AND NOT m.relation IN ['OWN', 'OUTSIDE']
  RETURN collect({
    kind: 'chair', lower: m.uid, lower_name: m.name, lower_rank: m.rank, group: r.g.uid,
    upper: coalesce(r.leaders[m.leader].post, head(r.leaders[m.leader].units)),
    upper_name: coalesce(r.leaders[m.leader].title, '主要负责人'), upper_rank: r.leaders[m.leader].rank,
    tie: m.relation, excess: -m.gap, from: 1
  }) AS of_chairs
}
CALL () {
  MATCH (lower:Unit)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(upper:Unit)
  WHERE up.valid_from <= $as_of < up.valid_to
    AND lower.valid_from <= $as_of < lower.valid_to AND upper.valid_from <= $as_of < upper.valid_to
    AND ($region IS NULL OR any(line IN [COLLECT {
      MATCH (lower)
        (()-[next:PART_OF|DEPARTMENT_OF|LED_BY WHERE next.valid_from <= $as_of < next.valid_to]->()){0,12}
        (above:Unit)
      RETURN above.uid
    }] WHERE any(one IN line WHERE one IN $region) AND none(one IN line WHERE '-' + one IN $region)))
  RETURN collect({
    kind: 'unit', lower: lower.uid, lower_name: lower.name, lower_rank: lower.rank, group: null,
    upper: upper.uid, upper_name: upper.name, upper_rank: upper.rank, tie: type(up),
    excess: lower.rank - upper.rank, from: 0
  }) AS of_units
}
CALL () {
  MATCH (post:Post)-[:IN]->(unit:Unit)
  WHERE unit.valid_from <= $as_of < unit.valid_to
    AND ($region IS NULL OR any(line IN [COLLECT {
      MATCH (unit)
        (()-[next:PART_OF|DEPARTMENT_OF|LED_BY WHERE next.valid_from <= $as_of < next.valid_to]->()){0,12}
        (above:Unit)
      RETURN above.uid
    }] WHERE any(one IN line WHERE one IN $region) AND none(one IN line WHERE '-' + one IN $region)))
  RETURN collect({
    kind: 'post', lower: post.uid, lower_name: post.title, lower_rank: post.rank, group: null,
    upper: unit.uid, upper_name: unit.name, upper_rank: unit.rank, tie: 'IN',
    excess: post.rank - unit.rank, from: 1
  }) AS of_posts
}
WITH of_units + of_posts + of_chairs AS checked
