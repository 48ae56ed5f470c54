// title: Relation and gap
// zh: 关系与级差
// question: What is each chair to each member, and how many steps of rank lie between them?
// note: First match of OWN, OUTSIDE, LINE, UNKNOWN, UNRANKED, OUTRANK_ONLY, PEER, OUTRANKED for each chair; of several
//   chairs the best counts, with the gap of the chair who gives it, the highest in rank among equals. A chair
//   who commands a vertical office or a mass organisation makes it LINE whatever the other chairs are to it.
//   `over` are the posts by which a chair commands what stands above the member. Over Taiwan (710000) nobody commands, which is known.
// takes: reading, scoped, leaders
// gives: each
CALL (reading, scoped, leaders) {
  UNWIND scoped AS m
  WITH reading, leaders, m, CASE m.rank_basis WHEN reading.without THEN m.rank_by_rule ELSE m.rank END AS rank
  WITH reading, m, rank, [chair IN leaders | {
      gap: chair.rank - rank, own: any(c IN chair.commands WHERE c.unit = m.uid),
      over: [c IN chair.commands WHERE c.unit IN m.at.superiors | c {.unit, .branch, crossed:
        coalesce([c.branch, m.branch] IN [['government', 'party'], ['party', 'government']], false)}]
    }] AS ties
  WITH m, rank, ties, [tie IN ties | CASE
      WHEN tie.own THEN 'OWN'
      WHEN reading.name <> 'outside_counted' AND CASE
        WHEN m.branch = 'mass_organisation' THEN none(c IN tie.over WHERE coalesce(c.branch, '') = 'party')
        WHEN m.branch IN ['congress', 'cppcc', 'court', 'procuratorate', 'military'] THEN true
        ELSE size(m.at.systems) > 0 AND none(c IN tie.over WHERE c.unit IN m.at.systemic)
      END THEN 'OUTSIDE'
      WHEN any(c IN tie.over WHERE NOT (c.crossed AND reading.name = 'branches_apart')) THEN 'LINE'
      WHEN m.at.broken AND coalesce(m.code, '') <> '710000' THEN 'UNKNOWN'
      WHEN tie.gap IS NULL THEN 'UNRANKED'
      WHEN tie.gap > 0 THEN 'OUTRANK_ONLY'
      WHEN tie.gap = 0 THEN 'PEER'
      ELSE 'OUTRANKED' END] AS by
  WITH m, rank, ties, by, head([name IN ['OWN', 'LINE', 'OUTSIDE', 'UNKNOWN', 'UNRANKED', 'OUTRANK_ONLY', 'PEER',
    'OUTRANKED'] WHERE name IN by]) AS best
  WITH m, rank, ties, by, best, head([i IN range(0, size(by) - 1) WHERE by[i] = best]) AS leader
  RETURN collect(m {.uid, .name, .code, .role, .source, .confidence, .supposed, rank: rank, by: by, kind: m.of.kind,
    relation: best, leader: leader, gap: ties[leader].gap,
    crossed: best = 'LINE' AND all(tie IN ties WHERE all(c IN tie.over WHERE c.crossed))}) AS each
}
