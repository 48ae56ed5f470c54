// title: Relation and gap
// question: What is each chair to each member, and how many steps of rank lie between them?
// note: First match of OWN, OUTSIDE, LINE, UNKNOWN, UNRANKED, OUTRANK_ONLY, PEER, OUTRANKED for each chair; of several
//   chairs the best counts, with the gap of the chair who gives it, the highest in rank among equals. A chair
//   who commands a vertical office or a mass organisation makes it LINE whatever the other chairs are to it.
WITH *, ['OWN', 'LINE', 'OUTSIDE', 'UNKNOWN', 'UNRANKED', 'OUTRANK_ONLY', 'PEER', 'OUTRANKED'] AS best_first
CALL (reading, reach, scoped, leaders, best_first) {
  UNWIND scoped AS m
  WITH reading, reach, leaders, best_first, m, head([unit IN reach WHERE unit.uid = m.uid]) AS at,
    CASE m.rank_basis WHEN reading.without THEN m.rank_by_rule ELSE m.rank END AS rank
  WITH m, at, rank, best_first, [i IN range(0, size(leaders) - 1) | {
      leader: i, gap: leaders[i].rank - rank,
      own: any(c IN leaders[i].commands WHERE c.unit = m.uid),
      line: any(c IN leaders[i].commands WHERE c.unit IN at.superiors AND NOT (
        reading.name = 'branches_apart' AND c.branch IS NOT NULL AND (
          (c.branch = 'government' AND coalesce(m.branch, '') = 'party')
          OR (c.branch = 'party' AND coalesce(m.branch, '') = 'government')))),
      crossed: all(c IN [c IN leaders[i].commands WHERE c.unit IN at.superiors]
        WHERE [c.branch, m.branch] IN [['government', 'party'], ['party', 'government']]),
      outside: reading.name <> 'outside_counted' AND CASE
        WHEN m.branch = 'mass_organisation' THEN none(c IN leaders[i].commands
          WHERE coalesce(c.branch, '') = 'party' AND c.unit IN at.superiors)
        WHEN m.branch IN ['congress', 'cppcc', 'court', 'procuratorate', 'military'] THEN true
        WHEN size(at.systems) > 0 THEN none(c IN leaders[i].commands WHERE any(chain IN at.chains
          WHERE chain[1] IN at.systems AND c.unit IN chain[1..]))
        ELSE false END
    }] AS ties
  WITH m, rank, best_first, [tie IN ties | tie {.leader, .gap, crossed: coalesce(tie.crossed, false), relation: CASE
      WHEN tie.own THEN 'OWN'
      WHEN tie.outside THEN 'OUTSIDE'
      WHEN tie.line THEN 'LINE'
      WHEN at.broken THEN 'UNKNOWN'
      WHEN tie.gap IS NULL THEN 'UNRANKED'
      WHEN tie.gap > 0 THEN 'OUTRANK_ONLY'
      WHEN tie.gap = 0 THEN 'PEER'
      ELSE 'OUTRANKED' END}] AS ties
  WITH m, rank, ties, head([name IN best_first WHERE any(t IN ties WHERE t.relation = name)]) AS best
  WITH m, rank, ties, best, head([t IN ties WHERE t.relation = best]) AS tie
  RETURN collect(m {.uid, .name, .code, .kind, .division, .department, .role, .source,
    .confidence, .supposed, rank: rank, relation: best, gap: tie.gap, leader: tie.leader,
    crossed: best = 'LINE' AND all(t IN ties WHERE t.crossed),
    by: [t IN ties | t.relation]}) AS related
}
