// title: Scope
// zh: 范围
// question: Over which members are gap, coverage and type computed?
// note: A group that has, or had by the day, two member governments at once is intergovernmental: its governments are
//   in scope; in any other group all members are.
// takes: reading, members, intergovernmental
// gives: scope, scoped
CALL (reading, members, intergovernmental) {
  WITH CASE
      WHEN reading.scope <> 'auto' THEN reading.scope
      WHEN intergovernmental THEN 'governments'
      ELSE 'all'
    END AS scope
  RETURN scope, [m IN members WHERE m.division OR scope = 'all'] AS scoped
}
