// title: Legal basis, counted
// zh: 成立依据计数 -- 多少个小组的成立文件已知，各属何种形式，多少个四项俱全？
// question: Of how many groups is the act known, of which form, and of how many are four items known?
// note: The denominator of legal_basis, over the groups in force on D, each on its last documented day where no day
//   is given.
// tags: groups, legal basis, denominator
// include: authority/_groups, groups/_legal_basis
// column n_without_act: integer (groups) -- groups of which no act is known
// column n_form_unknown: integer (groups) -- groups with an act whose form is not known
// column n_none: integer (groups) -- instrument 0: known to have none
// column n_agreement: integer (groups) -- instrument 1: minutes or agreement
// column n_normative: integer (groups) -- instrument 2: normative document
// column n_law: integer (groups) -- instrument 3: regulation or law
// column n_judged: integer (groups) -- groups of which at least four of the six items are known
// column items_known: integer (items) -- items known, of six for each group
// example: as_of=2018-07-06
RETURN count(g) AS n_groups, count(CASE WHEN size(documents) = 0 THEN 1 END) AS n_without_act,
  count(CASE WHEN size(documents) > 0 AND instrument IS NULL THEN 1 END) AS n_form_unknown,
  count(CASE WHEN instrument = 0 THEN 1 END) AS n_none,
  count(CASE WHEN instrument = 1 THEN 1 END) AS n_agreement,
  count(CASE WHEN instrument = 2 THEN 1 END) AS n_normative,
  count(CASE WHEN instrument = 3 THEN 1 END) AS n_law,
  count(CASE WHEN size(known) >= 4 THEN 1 END) AS n_judged, coalesce(sum(size(known)), 0) AS items_known
