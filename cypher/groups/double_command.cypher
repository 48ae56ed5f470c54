// title: Double command
// zh: 多头领导 -- 某日哪些单位同时在几个小组的组长之下，或有几个上级？
// question: Which units stand under chairs of several groups, or under several superiors, on a day?
// note: Two kinds. `chairs`: the unit is a member of several groups, and a chair of one of them, other than the
//   unit's own head, does not chair another. `superiors`: several ties of command (PART_OF, DEPARTMENT_OF, LED_BY)
//   lead up from the unit, 代管 (acting) left out. How many were looked at: double_command_counts.
//   -- 分两种。chairs：单位是数个小组的成员，其中一组的组长（单位自身的正职除外）并不兼任另一组的组长。superiors：有数条统属关系（PART_OF、DEPARTMENT_OF、
//   LED_BY）由该单位向上，代管除外。共查看多少个单位，见 double_command_counts。
// tags: groups, chair, hierarchy, command
// include: groups/_in_region, authority/_facts, authority/_leadership, groups/_entry, groups/_inside,
//   groups/_double_command
// column kind: string -- chairs or superiors -- chairs 组长或 superiors 上级
// column code: string? -- its code (GB/T 2260); null for an agency
// column n_over: integer -- groups with a chair over it, or superiors -- 其上有组长的小组数，或上级数
// column over: list<string> -- names of these groups or superiors -- 这些小组或上级的名称
// column over_uids: list<string> -- their uids -- 其 uid
// column by: list<list<string>> -- for each group its chairs, for each superior the tie
//   -- 各小组的组长，或与各上级的关系
// column unknown: boolean -- whether it sits in another group whose chair is not known, so that there may be more
//   -- 是否另在组长不明的小组，因而可能更多
// column shown: boolean -- whether sources show all these groups on D or later
//   -- 是否有资料表明这些小组在 D 或 D 以后均存在
// example: as_of=2017-07-06
UNWIND [c IN checked WHERE c.several] AS found
MATCH (unit:Unit {uid: found.unit})
RETURN found.kind AS kind, found.unit AS unit, unit.name AS name, unit.code AS code,
  size(found.over) AS n_over, [o IN found.over | o.name] AS over, [o IN found.over | o.uid] AS over_uids,
  [o IN found.over | o.by] AS by, found.unknown AS unknown, found.shown AS shown
ORDER BY kind, n_over DESC, code, unit
