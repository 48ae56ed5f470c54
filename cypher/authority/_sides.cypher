// title: Sides
// zh: 各方
// question: Is a member commanded by one of several chairs of that chair's side?
// note: Where no single chair owns or commands all members, a member commanded by one of several chairs counts as OWN.
//   `owned`: one chair owns all; `sided`: each of several chairs has a side.
// takes: leaders, each
// gives: related, owned, sided
CALL (leaders, each) {
  WITH size(leaders) > 1 AND none(i IN range(0, size(leaders) - 1) WHERE all(m IN each
    WHERE m.relation = 'OUTSIDE' OR m.by[i] IN ['OWN', 'LINE'])) AS sided
  RETURN sided, [m IN each | CASE WHEN sided AND m.relation = 'LINE' THEN m {.*, relation: 'OWN'} ELSE m END] AS related,
    size(each) > 0 AND any(i IN range(0, size(leaders) - 1) WHERE all(m IN each WHERE m.by[i] = 'OWN')) AS owned
}
