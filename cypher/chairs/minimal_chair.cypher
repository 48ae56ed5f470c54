// title: The minimal chair
// zh: 组长的最低条件 -- 要领导每个成员，组长须有何级别与统属，二者中哪一个更难满足？
// question: Which rank and which command would a chair need to lead every member, and which of the two is the harder?
// note: Rank: one step above the highest member. Command: a commanding post in the lowest common superior or above
//   it. The rank binds where a deputy head of that superior would be too low; else the command does, since whoever
//   commands has the rank. Members are those of the chair as documented; another chair may be their host
//   (docs/chairs.md).
//   -- 级别：比级别最高的成员高一级。统属：在最低共同上级或其上级担任具统属效力的职务。该上级的副职级别仍不够的，较难满足的条件为级别；否则为统属，因为凡具统属者级别必已足够。成员以有记载的组长任职时为准；
//   换一名组长，其政府可能成为东道政府（docs/chairs.md）。
// tags: chairs, what-if
// include: authority/_groups, authority/_read_once, authority/_superiors, chairs/_needed, chairs/_could_chair
// column n_unranked: integer (members) -- of these, members whose rank is not known -- 其中级别不明的成员数
// column highest_rank: integer? (1 to 10) -- highest known rank of a member -- 成员的已知最高级别
// column rank_needed: integer? (1 to 11) -- one more; null while a rank is missing; 11 is more than any post has
//   -- 再高一级；有级别缺失的为空；11 表示没有这样的职务
// column rank_needed_at_least: integer? (1 to 11) -- one more than the highest known rank -- 已知最高级别再高一级
// column deputy_rank: integer? (0 to 9) -- rank by rule of a deputy head of the lowest common superior
//   -- 最低共同上级的副职按规则推定的级别
// column binds: string? -- rank or command: the constraint that is harder to meet; null if unknown
//   -- rank 级别或 command 统属，即较难满足的条件；不明的为空
// column n_posts: integer? (posts) -- existing posts that command every member; null if a chain is broken
//   -- 统属每个成员的现有职务数；有链条中断的为空
// column n_could: integer? (posts) -- of these, posts of the rank that is needed -- 其中具备所需级别的职务数
// column n_undecided: integer? (posts) -- of these, posts of which a missing rank leaves it open
//   -- 其中因级别缺失而不能确定的职务数
// column chair_meets_rank: boolean? -- whether a chair on the day has the rank; null without a chair or if unknown
//   -- 当日是否有组长具备该级别；没有组长或不明的为空
// column chair_meets_command: boolean? -- whether a chair on the day commands all members; null as above
//   -- 当日是否有组长统属全部成员；同上为空
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
WITH *, [held IN posts WHERE held.could | held.post] AS fit,
  [held IN posts WHERE held.could IS NULL | held.post] AS open
RETURN g.uid AS group, g.name AS name, day AS as_of, scope, size(related) AS n_members, n_unranked,
  at_least - 1 AS highest_rank, needed AS rank_needed, at_least AS rank_needed_at_least,
  CASE WHEN lcs IS NOT NULL THEN lcs_names END AS lcs, lcs AS lcs_uids, deputy_rank,
  CASE WHEN size(related) > 0 THEN binds END AS binds,
  CASE WHEN above IS NOT NULL THEN COUNT { UNWIND posts AS held RETURN DISTINCT held.post } END AS n_posts,
  CASE WHEN above IS NOT NULL THEN COUNT { UNWIND fit AS post RETURN DISTINCT post } END AS n_could,
  CASE WHEN above IS NOT NULL THEN COUNT { UNWIND open AS post RETURN DISTINCT post } END AS n_undecided,
  CASE
    WHEN size(leaders) > 0 AND any(chair IN leaders WHERE chair.rank >= needed) THEN true
    WHEN size(leaders) > 0 AND all(chair IN leaders WHERE chair.rank < at_least) THEN false
  END AS chair_meets_rank,
  CASE WHEN size(leaders) > 0 AND above IS NOT NULL THEN
    any(chair IN leaders WHERE any(c IN chair.commands WHERE c.unit IN above))
  END AS chair_meets_command,
  $suppose_chair.title IS NOT NULL OR any(uid IN $suppose_members WHERE uid <> '') AS supposed
ORDER BY group
