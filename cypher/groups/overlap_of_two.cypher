// title: Overlap of two groups
// zh: 两个小组的重叠 -- 某日两个小组在成员、存续日期和成员的上级方面重叠多少？
// question: How far do two groups overlap on a day: in members, in days, and in who stands above the members?
// note: Both are read on one day; there is no row unless both were in force. With an incomplete roster the figures
//   are those of the known members. The two parameters that suppose apply to both groups; leave them out for what is
//   documented.
// tags: groups, overlap, chair
// include: authority/_groups, authority/_facts, authority/_leadership, groups/_entry, groups/_two, groups/_overlap
// param groups: list<uid<Group>> -- uids of the two groups
// param as_of: date -- the day D
// column n_shared_governments: integer (members) -- of these, governments
// column jaccard: float? (0 to 1) -- shared members by all members of both; null if there are none
// column overlap_coefficient: float? (0 to 1) -- shared members by those of the smaller group; null if it has none
// column shared: list<map> -- the shared members: uid, name, code, division
// column shared_from: date? -- the later of the two starts; null if one is not known
// column shared_to: date? -- first day after the shared time, at most the day after D; null without shared days
// column shared_days_at_least: boolean -- whether the later start is known as "by" only, so that there may be more days
// column one_chairs: list<map> -- chairs of the first group: post, title, person, name
// column other_chairs: list<map> -- chairs of the second group
// column double_command: list<string>? -- uids of the shared members under different chairs; null if a chair is unknown
// column one_roster: string -- complete, partial or unknown
// column other_roster: string -- the same of the second group
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
