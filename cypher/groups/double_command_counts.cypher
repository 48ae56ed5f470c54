// title: Double command, counted
// zh: 多头领导计数 -- 共查看多少个单位是否有多头领导，多少个有，多少个不明？
// question: How many units were looked at for double command, how many have it, and of how many is it not known?
// note: The denominator of double_command, a row for each kind.
//   -- double_command 的分母，每种一行。
// tags: groups, chair, hierarchy, command, denominator
// include: groups/_in_region, authority/_facts, authority/_leadership, groups/_entry, groups/_inside,
//   groups/_double_command
// column kind: string -- chairs (units that sit in a group) or superiors (units with a superior)
//   -- chairs（参加小组的单位）或 superiors（有上级的单位）
// column n_units: integer (units) -- units looked at -- 所查看的单位数
// column n_double: integer (units) -- of these, units under double command -- 其中有多头领导的单位数
// column n_unknown: integer (units) -- of the rest, units in a group whose chair is not known
//   -- 其余单位中，所在小组组长不明的单位数
// example: as_of=2017-07-06
UNWIND ['chairs', 'superiors'] AS kind
WITH kind, [c IN checked WHERE c.kind = kind] AS looked_at
RETURN kind AS kind, $as_of AS as_of, size(looked_at) AS n_units,
  size([c IN looked_at WHERE c.several]) AS n_double,
  size([c IN looked_at WHERE c.unknown AND NOT c.several]) AS n_unknown
ORDER BY kind
