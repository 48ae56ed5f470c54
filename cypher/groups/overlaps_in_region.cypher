// title: Overlaps in a region
// zh: 一个地区的重叠 -- 某地区哪些小组两两共有成员，共有多少，在几位组长之下？
// question: Which pairs of groups in a region share members, how many, and under how many chairs?
// note: Only pairs that share a member at or below the region; the measures are over all members of both. Groups
//   that share nobody are counted by overlap_counts.
//   -- 只列在该地区或其以下有共同成员的两组；各项数值按二者的全部成员计。没有共同成员的小组，其数目见 overlap_counts。
// tags: groups, overlap, region, chair
// include: groups/_in_region, authority/_facts, authority/_leadership, groups/_entry, groups/_inside,
//   groups/_pairs, groups/_overlap
// column jaccard: float (0 to 1) -- shared members by all members of both -- 共同成员数除以两组全部成员数
// column overlap_coefficient: float (0 to 1) -- shared members by those of the smaller group
//   -- 共同成员数除以较小一组的成员数
// column shared: list<string> -- names of the shared members -- 共同成员的名称
// column n_double_command: integer? (members) -- shared members under different chairs; null if a chair is unknown
//   -- 在不同组长之下的共同成员数；有组长不明的为空
// example: as_of=2017-07-06
RETURN one.uid AS one, one.name AS one_name, other.uid AS other, other.name AS other_name,
  size(one.uids) AS n_one, size(other.uids) AS n_other, size(shared) AS n_shared,
  toFloat(size(shared)) / n_union AS jaccard,
  toFloat(size(shared)) / n_smaller AS overlap_coefficient,
  [m IN shared | m.name] AS shared, shared_days AS shared_days, size(double_command) AS n_double_command,
  one.shown AND other.shown AS shown
ORDER BY jaccard DESC, one, other
