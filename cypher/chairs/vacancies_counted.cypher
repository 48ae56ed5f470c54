// title: Vacancies counted
// zh: 空缺计数 -- 共查看多少个小组，其中组长在任、空缺、不明的各有多少？
// question: How many groups were looked at, and of how many is the chair filled, vacant or not known?
// note: The denominator of vacancies. Without a day each group counts on its last documented day, so all are in force.
//   -- vacancies 的分母。未指定日期的，各组以其最后记载日为准，故均为存续。
// tags: chairs, groups, vacancies, denominator
// include: authority/_groups, authority/_facts, authority/_leadership, chairs/_chair_status
// column n_not_in_force: integer (groups) -- of these, groups that are not in force on the day, or stale or undated then
//   -- 其中当日不存续、久无记载或无日期的小组数
// column n_chaired: integer (groups) -- of these, groups with a chair whose post is known
//   -- 其中有组长且职务已知的小组数
// column n_heads: integer (groups) -- of these, groups led by the heads of their members (rotating or collective)
//   -- 其中由成员正职领导（轮值或集体）的小组数
// column n_vacancy_stated: integer (groups) -- of these, groups of which a source says that the chair is vacant
//   -- 其中资料载明组长空缺的小组数
// column n_post_unknown: integer (groups) -- of these, groups of whose chair only a name is known
//   -- 其中组长只知姓名的小组数
// column n_chair_unknown: integer (groups) -- of these, groups of which no source names the chair
//   -- 其中没有资料载明组长的小组数
WITH collect(status) AS found
WITH found, COUNT { MATCH (g:Group) WHERE $groups IS NULL OR g.uid IN $groups RETURN g } AS n
RETURN n AS n_groups, n - size(found) AS n_not_in_force, size([s IN found WHERE s = 'chaired']) AS n_chaired,
  size([s IN found WHERE s = 'heads']) AS n_heads,
  size([s IN found WHERE s = 'vacancy_stated']) AS n_vacancy_stated,
  size([s IN found WHERE s = 'post_unknown']) AS n_post_unknown,
  size([s IN found WHERE s = 'chair_unknown']) AS n_chair_unknown
