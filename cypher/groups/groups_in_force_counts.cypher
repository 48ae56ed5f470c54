// title: Groups in force, counted
// zh: 存续小组计数 -- 全部小组中，某日存续的有多少，不明的有多少？
// question: Of all groups, how many were in force on a day, and of how many is that not known?
// note: The denominator of groups_in_force. A start of precision `by` that lies after D says nothing of D: not known.
//   A group whose place and seats are both not known can be in no region.
//   -- groups_in_force 的分母。起始的精确程度为 by 而晚于 D 的，不能说明 D 日的情形，为不明。地区和席位均不明的小组，不属任何地区。
// tags: groups, region, denominator
// include: groups/_any, groups/_life
// column n_groups: integer (groups) -- groups in the graph, of the field -- 图谱中该领域的小组数
// column n_in_force: integer (groups) -- in force on D as far as ends are known, stale and undated ones too
//   -- 就已知的终止时间而言在 D 存续的小组数，含久无记载和无日期的
// column n_documented: integer (groups) -- of these, seen within the window and shown on D or later
//   -- 其中窗口期内有记载、且有资料述及 D 或 D 以后的小组数
// column n_presumed: integer (groups) -- of these, seen within the window, with no later source
//   -- 其中窗口期内有记载、此后未再见于资料的小组数
// column n_stale: integer (groups) -- of these, last seen before the window: they stand in no other count
//   -- 其中最后一次记载早于窗口期的小组数：不计入其他各数
// column n_shown: integer (groups) -- of these, groups that a source shows on D or later
//   -- 其中有资料表明其在 D 或 D 以后存在的小组数
// column n_end_unknown: integer (groups) -- of these in force, groups whose end no source gives
//   -- 存续者中资料未载终止时间的小组数
// column n_undated: integer (groups) -- of these in force, groups that no source dates by D: they stand in no other count
//   -- 存续者中截至 D 没有资料可以确定其时间的小组数：不计入其他各数
// column n_no_region: integer (groups) -- of these in force, groups of which neither place nor seats are known
//   -- 存续者中所在地与席位均不明的小组数
// column n_before: integer (groups) -- founded after D -- D 以后成立的小组数
// column n_start_unknown: integer (groups) -- known only from a later day on -- 只知较晚某日起存在的小组数
// column n_over: integer (groups) -- ended by D -- D 以前终止的小组数
// example: as_of=2018-07-06
WITH g, seen, life, g.valid_from <= $as_of < g.valid_to AS in_force, g.valid_from > $as_of AS later
RETURN $as_of AS as_of, count(g) AS n_groups,
  count(CASE WHEN in_force THEN 1 END) AS n_in_force,
  count(CASE WHEN in_force AND life = 'documented' THEN 1 END) AS n_documented,
  count(CASE WHEN in_force AND life = 'presumed' THEN 1 END) AS n_presumed,
  count(CASE WHEN in_force AND life = 'stale' THEN 1 END) AS n_stale,
  count(CASE WHEN in_force AND g.last_documented >= $as_of THEN 1 END) AS n_shown,
  count(CASE WHEN in_force AND g.to_precision = 'unknown' THEN 1 END) AS n_end_unknown,
  count(CASE WHEN in_force AND life = 'undated' THEN 1 END) AS n_undated,
  count(CASE WHEN in_force AND g.place IS NULL AND NOT EXISTS { (:Unit)-[:MEMBER_OF]->(g) } THEN 1 END)
    AS n_no_region,
  count(CASE WHEN later AND g.from_precision <> 'by' THEN 1 END) AS n_before,
  count(CASE WHEN later AND g.from_precision = 'by' THEN 1 END) AS n_start_unknown,
  count(CASE WHEN g.valid_to <= $as_of THEN 1 END) AS n_over
