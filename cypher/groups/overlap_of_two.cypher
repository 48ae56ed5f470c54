// title: Overlap of two groups
// zh: 两个小组的重叠 -- 某日两个小组在成员、存续日期和成员的上级方面重叠多少？
// question: How far do two groups overlap on a day: in members, in days, and in who stands above the members?
// note: Both are read on one day; there is no row unless both were in force. With an incomplete roster the figures
//   are those of the known members. The two parameters that suppose apply to both groups; leave them out for what is
//   documented.
//   -- 二者按同一日判读；当日须均存续，否则没有行。名单不全的，数值只反映已知成员。两个假设参数对两个小组均适用；只看有记载的情形，则留空。
// tags: groups, overlap, chair
// include: authority/_groups, authority/_facts, authority/_leadership, groups/_entry, groups/_two, groups/_overlap
// param groups: list<uid<Group>> -- uids of the two groups -- 两个小组的 uid
// param as_of: date -- the day D
// column n_shared_governments: integer (members) -- of these, governments -- 其中的政府数
// column jaccard: float? (0 to 1) -- shared members by all members of both; null if there are none
//   -- 共同成员数除以两组全部成员数；没有成员的为空
// column overlap_coefficient: float? (0 to 1) -- shared members by those of the smaller group; null if it has none
//   -- 共同成员数除以较小一组的成员数；该组没有成员的为空
// column shared: list<map> -- the shared members: uid, name, code, division
//   -- 共同的成员：uid、name 名称、code 代码、division 是否为区划
// column shared_from: date? -- the later of the two starts; null if one is not known
//   -- 两个起始日中较晚者；有一个不明的为空
// column shared_to: date? -- first day after the shared time, at most the day after D; null without shared days
//   -- 共存时期终止之日，至迟为 D 的次日；没有共存之日的为空
// column shared_days_at_least: boolean -- whether the later start is known as "by" only, so that there may be more days
//   -- 较晚的起始日是否只知“不晚于”，因而可能更多
// column one_chairs: list<map> -- chairs of the first group: post, title, person, name
//   -- 第一个小组的组长：post 职务、title 名称、person 人物、name 姓名
// column other_chairs: list<map> -- chairs of the second group -- 第二个小组的组长
// column double_command: list<string>? -- uids of the shared members under different chairs; null if a chair is unknown
//   -- 在不同组长之下的共同成员的 uid；有组长不明的为空
// column one_roster: string -- complete, partial or unknown
// column other_roster: string -- the same of the second group -- 第二个小组的名单情况，取值相同
// example: groups=["group:a-jjj-air-cooperation", "group:yrd-air-coop"], as_of=2017-07-06
RETURN one.uid AS one, one.name AS one_name, other.uid AS other, other.name AS other_name,
  one.day AS as_of, size(one.uids) AS n_one, size(other.uids) AS n_other, size(shared) AS n_shared,
  size([m IN shared WHERE m.division]) AS n_shared_governments,
  CASE WHEN n_union > 0 THEN toFloat(size(shared)) / n_union END AS jaccard,
  CASE WHEN n_smaller > 0 THEN toFloat(size(shared)) / n_smaller END AS overlap_coefficient,
  shared AS shared, shared_from AS shared_from,
  CASE WHEN shared_days IS NOT NULL THEN shared_to END AS shared_to, shared_days AS shared_days,
  shared_days IS NOT NULL AND size(later_by) > 0 AS shared_days_at_least,
  one.chairs AS one_chairs, other.chairs AS other_chairs, double_command AS double_command,
  one.shown AND other.shown AS shown, one.roster AS one_roster, other.roster AS other_roster
