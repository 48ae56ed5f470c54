// title: Ranks held against the hierarchy, counted
// zh: 级别与层级对照计数 -- 多少个级别与层级作了对照，多少个不符，多少个不明？
// question: How many ranks were held against the hierarchy, how many contradict it, and how many are not known?
// note: The denominator of rank_contradictions, a row for each kind.
//   -- rank_contradictions 的分母，每种一行。
// tags: groups, hierarchy, rank, denominator
// include: groups/_in_region, authority/_read_once, groups/_contradictions
// column kind: string -- unit (against its superior), post (against its unit) or chair (against a member)
// column n_checked: integer (pairs) -- pairs looked at -- 所查看的对数
// column n_contradict: integer (pairs) -- of these, pairs that contradict -- 其中不符的对数
// column n_unknown: integer (pairs) -- of these, pairs of which a rank is not known -- 其中有级别不明的对数
// example: as_of=2017-07-06
UNWIND ['chair', 'post', 'unit'] AS kind
WITH kind, [c IN checked WHERE c.kind = kind] AS looked_at
RETURN kind AS kind, $as_of AS as_of, size(looked_at) AS n_checked,
  size([c IN looked_at WHERE c.excess >= c.from]) AS n_contradict,
  size([c IN looked_at WHERE c.excess IS NULL]) AS n_unknown
ORDER BY kind
