// title: Groups and the day
// zh: 所问的小组与日期
// question: Which groups are asked about, and as of which day?
// gives: g, day
// param groups: list<uid<Group>>? = null -- uids of groups; null for every group
// param as_of: date? = null -- the day D; null for each group's last documented day (for an undated one the last day on
//   which most of its units exist together)
//   -- 日期 D；留空为各组的最后记载日（无日期的小组取其单位同时存在数目最多的最后一日）
CALL () {
  WITH $groups AS asked WHERE asked IS NULL
  MATCH (g:Group)
  RETURN g
  UNION
  UNWIND coalesce($groups, []) AS uid
  MATCH (g:Group {uid: uid})
  RETURN g
}
WITH g, coalesce($as_of, g.read_on, date()) AS day
WHERE g.valid_from <= day < g.valid_to
