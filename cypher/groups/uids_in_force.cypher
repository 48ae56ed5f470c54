// title: Uids of the groups in force
// zh: 存续小组的 uid -- 除已知者外，某日存续哪些小组？
// question: Which groups were in force on a day, but for some that are known already?
// note: Nothing but their uids, for statements that ask about many; groups_in_force tells more of each.
//   -- 只给出 uid，供须一次询问多组的语句使用；各组的详情见 groups_in_force。
// tags: groups, bulk
// param as_of: date -- the day
// param without: list<uid<Group>> = [] -- uids of groups that are not asked for -- 不予查询的小组的 uid
// example: as_of=2018-12-25
MATCH (g:Group)
WHERE g.valid_from <= $as_of < g.valid_to AND NOT g.uid IN $without
RETURN g.uid AS group
ORDER BY group
