// title: Type
// zh: 类型
// question: Which leadership has the group under each completion: strong, weak or self-forming, and by which row of the table?
// note: The table of docs/definitions.md, first match.
// takes: g, scope, lost, leadership, only_own_seats, owned, figures, completions
// gives: member_lost, cases
CALL (g, scope, lost, leadership, only_own_seats, owned, figures, completions) {
  WITH *, any(government IN lost WHERE government OR scope = 'all') AS member_lost
  UNWIND completions AS c
  WITH *, CASE
      WHEN only_own_seats THEN 0
      WHEN figures.n_members < 2 THEN 1
      WHEN NOT c.led THEN 2
      WHEN c.n_left = 0 AND (owned OR figures.n_outside > 0) THEN 3
      WHEN c.n_left = 0 AND c.origin IN ['superior', 'third_party'] THEN 4
      WHEN c.n_left = 0 THEN 5
      WHEN c.n_line = c.n_left AND figures.gap_min >= 1 THEN 6
      WHEN c.n_line = c.n_left THEN 7
      WHEN c.origin = 'members' THEN 8
      WHEN c.n_line = 0 AND c.origin = 'unknown' AND (figures.n_own > 0 OR leadership = 'rotating') THEN 9
      ELSE 10
    END AS row
  RETURN member_lost, collect(c {.*, row: row, type: CASE row
      WHEN 0 THEN CASE g.roster WHEN 'complete' THEN 'UNCLASSIFIED' ELSE 'UNKNOWN' END
      WHEN 1 THEN CASE WHEN g.roster = 'complete' OR member_lost THEN 'NOT_A_GROUP' ELSE 'UNKNOWN' END
      WHEN 2 THEN CASE WHEN g.vacancy_stated THEN 'VACANT' ELSE 'UNKNOWN' END
      ELSE ['', '', '', 'UNCLASSIFIED', 'WEAK', 'SELF_FORMING', 'STRONG', 'STRONG', 'SELF_FORMING', 'SELF_FORMING', 'WEAK'][row]
    END}) AS cases
}
