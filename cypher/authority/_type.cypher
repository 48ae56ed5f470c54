// title: Type
// question: Which leadership has the group: strong, weak or self-forming, and by which row of the table?
// note: The table of DOMAIN section 3, first match. An UNKNOWN member may be LINE or not: the type is stated where
//   every case agrees. An incomplete roster adds what one more member without LINE would give to `possible`.
WITH *, size(leaders) > 0 AS led
WITH *, [k IN range(n_line, n_line + n_unknown) | {n: n_left, k: k}] AS known_cases
WITH *, [c IN known_cases + CASE WHEN g.roster = 'complete' THEN [] ELSE
      [c IN known_cases | {n: c.n + 1, k: c.k}] END
  | CASE
      WHEN only_own_seats AND g.roster <> 'unknown' THEN 0
      WHEN n_members < 2 THEN 1
      WHEN NOT led THEN 2
      WHEN c.n = 0 AND (size(owns_all) > 0 OR n_outside > 0) THEN 3
      WHEN c.n = 0 AND origin IN ['superior', 'third_party'] THEN 4
      WHEN c.n = 0 THEN 5
      WHEN c.k = c.n AND gap_min >= 1 THEN 6
      WHEN c.k = c.n THEN 7
      WHEN origin = 'members' THEN 8
      WHEN c.k = 0 AND origin = 'unknown' AND (n_own > 0 OR leadership = 'rotating') THEN 9
      ELSE 10
    END] AS rows
WITH *, [r IN rows | CASE r
    WHEN 1 THEN CASE WHEN g.roster = 'complete' OR member_lost THEN 'NOT_A_GROUP' ELSE 'UNKNOWN' END
    WHEN 2 THEN CASE WHEN g.vacancy_stated THEN 'VACANT' ELSE 'UNKNOWN' END
    ELSE ['UNCLASSIFIED', '', '', 'UNCLASSIFIED', 'WEAK', 'SELF_FORMING', 'STRONG', 'STRONG',
      'SELF_FORMING', 'SELF_FORMING', 'WEAK'][r]
  END] AS types, rows[0] AS row
WITH *, CASE WHEN all(t IN types[..size(known_cases)] WHERE t = types[0]) THEN types[0]
  ELSE 'UNKNOWN' END AS type
WITH *, CASE
  WHEN type = 'UNKNOWN' AND row IN [1, 2] THEN null
  WHEN size(types) = 1 THEN types
  ELSE [t IN ['NOT_A_GROUP', 'SELF_FORMING', 'STRONG', 'UNCLASSIFIED', 'VACANT', 'WEAK'] WHERE t IN types]
  END AS possible
