// title: Overlaps, counted
// zh: 重叠计数 -- 某地区有多少对小组共有多少个成员，其中多少对的组长不明？
// question: Of how many pairs of groups in a region do how many share a member, and of how many is a chair not known?
// note: The denominator of overlaps_in_region.
//   -- overlaps_in_region 的分母。
// tags: groups, overlap, region, denominator
// include: groups/_in_region, authority/_facts, authority/_leadership, groups/_entry, groups/_inside
// column n_groups: integer (groups) -- groups in force in the region -- 在该地区存续的小组数
// column n_without_members: integer (groups) -- of these, groups of which no member is known
//   -- 其中没有已知成员的小组数
// column n_chair_unknown: integer (groups) -- of these, groups whose chair is not known -- 其中组长不明的小组数
// column n_pairs: integer (pairs) -- pairs that could share a member: of both one is known in the region
//   -- 可能共有成员的小组对数：两组在该地区均有已知成员
// column n_members: integer (members) -- units of the region that sit in at least one of the groups
//   -- 至少参加其中一个小组的该地区单位数
// column n_shared: integer (members) -- of these, units that sit in more than one -- 其中参加不止一个小组的单位数
// example: as_of=2017-07-06
WITH collect(entry) AS entries
CALL (entries) {
  UNWIND entries AS e
  UNWIND e.inside AS uid
  WITH uid, count(*) AS seats
  RETURN count(uid) AS n_members, count(CASE WHEN seats > 1 THEN uid END) AS n_shared
}
WITH entries, n_members, n_shared, size([e IN entries WHERE size(e.inside) > 0]) AS n_known
RETURN $as_of AS as_of, size(entries) AS n_groups, size([e IN entries WHERE size(e.uids) = 0]) AS n_without_members,
  size([e IN entries WHERE e.roster <> 'complete']) AS n_incomplete,
  size([e IN entries WHERE NOT e.chairs_known]) AS n_chair_unknown,
  n_known * (n_known - 1) / 2 AS n_pairs, n_members AS n_members, n_shared AS n_shared
