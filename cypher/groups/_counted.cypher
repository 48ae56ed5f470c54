// title: Whether a group counts on the day
// zh: 小组当日是否计入
// question: Does the group stand in counts, shares, regions and comparisons of the day?
// include: groups/_life
// takes: life
// gives: counts
// note: Groups that are stale or undated on the day stand in none.
// param stale: boolean = false -- where all groups are asked about on a day, those that are stale or undated too
//   -- 以某日查询全部小组时，是否也计入久无记载和无日期的小组
WITH *, $stale OR life IN ['documented', 'presumed'] AS counts
