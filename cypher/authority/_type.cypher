// title: Type
// zh: 类型
// question: Which leadership has the group: strong, weak or self-forming, and by which row of the table?
// note: The table of DOMAIN section 3, first match. An UNKNOWN member may be LINE or not: the type is stated where
//   every case agrees. An incomplete roster adds what one more member without LINE would give to `possible`.
// takes: g, scope, lost, leaders, leadership, only_own_seats, owned, origin, figures
// gives: member_lost, row, type, possible
CALL (g, scope, lost, leaders, leadership, only_own_seats, owned, origin, figures) {
  WITH figures AS f, any(government IN lost WHERE government OR scope = 'all') AS member_lost
  UNWIND range(f.n_line, f.n_line + f.n_unknown) AS k
  UNWIND CASE g.roster WHEN 'complete' THEN [0] ELSE [0, 1] END AS more
  WITH f, member_lost, k, more, f.n_left + more AS n
  WITH member_lost, k, more, CASE
      WHEN only_own_seats THEN 0
      WHEN f.n_members < 2 THEN 1
      WHEN size(leaders) = 0 THEN 2
      WHEN n = 0 AND (owned OR f.n_outside > 0) THEN 3
      WHEN n = 0 AND origin IN ['superior', 'third_party'] THEN 4
      WHEN n = 0 THEN 5
      WHEN k = n AND f.gap_min >= 1 THEN 6
      WHEN k = n THEN 7
      WHEN origin = 'members' THEN 8
      WHEN k = 0 AND origin = 'unknown' AND (f.n_own > 0 OR leadership = 'rotating') THEN 9
      ELSE 10
    END AS row
  WITH member_lost, k, more, row, CASE row
      WHEN 0 THEN CASE g.roster WHEN 'complete' THEN 'UNCLASSIFIED' ELSE 'UNKNOWN' END
      WHEN 1 THEN CASE WHEN g.roster = 'complete' OR member_lost THEN 'NOT_A_GROUP' ELSE 'UNKNOWN' END
      WHEN 2 THEN CASE WHEN g.vacancy_stated THEN 'VACANT' ELSE 'UNKNOWN' END
      ELSE ['UNCLASSIFIED', '', '', 'UNCLASSIFIED', 'WEAK', 'SELF_FORMING', 'STRONG', 'STRONG',
        'SELF_FORMING', 'SELF_FORMING', 'WEAK'][row]
    END AS type
  ORDER BY more, k
  WITH member_lost, collect(row)[0] AS row, collect(DISTINCT type) AS types,
    collect(DISTINCT CASE more WHEN 0 THEN type END) AS known
  RETURN member_lost, row, CASE size(known) WHEN 1 THEN known[0] ELSE 'UNKNOWN' END AS type,
    CASE WHEN types <> ['UNKNOWN'] THEN [t IN ['NOT_A_GROUP', 'SELF_FORMING', 'STRONG', 'UNCLASSIFIED', 'VACANT',
      'WEAK'] WHERE t IN types] END AS possible
}
