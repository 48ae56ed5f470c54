// title: Legal basis, counted
// zh: 成立依据计数 -- 多少个小组的成立文件已知，各属何种形式，多少个四项俱全？
// question: Of how many groups is the act known, of which form, and of how many are four items known?
// note: The denominator of legal_basis, over the groups in force on D, each on its last documented day where no day
//   is given.
//   -- legal_basis 的分母，就 D 日存续的小组计；未指定日期的，各以其最后记载日为准。
// tags: groups, legal basis, denominator
// include: authority/_groups, groups/_legal_basis
// column n_without_act: integer (groups) -- groups of which no act is known -- 没有已知成立文件的小组数
// column n_form_unknown: integer (groups) -- groups with an act whose form is not known
//   -- 有成立文件而形式不明的小组数
// column n_none: integer (groups) -- instrument 0: known to have none -- 形式 0：已知没有文件
// column n_agreement: integer (groups) -- instrument 1: minutes or agreement -- 形式 1：会议纪要或协议
// column n_normative: integer (groups) -- instrument 2: normative document -- 形式 2：规范性文件
// column n_law: integer (groups) -- instrument 3: regulation or law -- 形式 3：法规或法律
// column n_judged: integer (groups) -- groups of which at least four of the six items are known
//   -- 六项中至少四项已知的小组数
// column items_known: integer (items) -- items known, of six for each group -- 已知的项数，每组六项
// example: as_of=2018-07-06
RETURN count(g) AS n_groups, count(CASE WHEN size(documents) = 0 THEN 1 END) AS n_without_act,
  count(CASE WHEN size(documents) > 0 AND instrument IS NULL THEN 1 END) AS n_form_unknown,
  count(CASE WHEN instrument = 0 THEN 1 END) AS n_none,
  count(CASE WHEN instrument = 1 THEN 1 END) AS n_agreement,
  count(CASE WHEN instrument = 2 THEN 1 END) AS n_normative,
  count(CASE WHEN instrument = 3 THEN 1 END) AS n_law,
  count(CASE WHEN size(known) >= 4 THEN 1 END) AS n_judged, coalesce(sum(size(known)), 0) AS items_known
