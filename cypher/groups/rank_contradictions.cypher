// title: Ranks that contradict the hierarchy
// zh: 与层级不符的级别 -- 哪些单位级别不低于上级，哪些职务级别高于所在单位，哪些成员级别高于组长？
// question: Which units reach the rank of their superior, which posts stand above their unit, which members above
//   their chair?
// note: A contradiction is a finding to look at, no error: a rank may be an override, a seat may be held by a
//   superior's official. Members that are OWN or OUTSIDE are left out. How many were looked at:
//   rank_contradiction_counts.
//   -- 不符之处只是有待查看的发现，并非错误：级别可能属于有争议的个案，席位可能由上级官员担任。关系为 OWN 或 OUTSIDE 的成员不列。共对照多少，
//   见 rank_contradiction_counts。
// tags: groups, hierarchy, rank
// include: groups/_in_region, authority/_read_once, groups/_contradictions
// param equals: boolean = false -- also members that have the rank of the chair, which contradicts nothing
//   -- 是否也列出与组长级别相同的成员，这并非不符
// column kind: string -- unit (against its superior), post (against its unit) or chair (against a member)
// column lower: string -- uid of what stands below: unit, post or member -- 在下者的 uid：单位、职务或成员
// column lower_name: string? -- its name
// column lower_rank: integer (1 to 10) -- its rank
// column upper: string? -- uid of what stands above: superior, unit or the chair's post
//   -- 在上者的 uid：上级、单位或组长的职务
// column upper_name: string? -- its name
// column upper_rank: integer (1 to 10) -- its rank
// column excess: integer (steps) -- rank below less rank above: from 0 on for units, from 1 on for posts and members
//   (0 with `equals`) -- 在下者级别减去在上者级别：单位自 0 起列出，职务和成员自 1 起（设 `equals` 时自 0 起）
// column tie: string -- the tie of command, IN, or the relation of the chair -- 统属关系、IN，或与组长的关系
// column group: string? -- uid of the group; null for units and posts -- 小组的 uid；单位和职务的为空
// example: as_of=2017-07-06, equals=true
UNWIND [c IN checked WHERE c.excess >= c.from OR ($equals AND c.kind = 'chair' AND c.excess = 0)] AS found
RETURN found.kind AS kind, found.lower AS lower, found.lower_name AS lower_name,
  found.lower_rank AS lower_rank, found.upper AS upper, found.upper_name AS upper_name,
  found.upper_rank AS upper_rank, found.excess AS excess, found.tie AS tie, found.group AS group
ORDER BY kind, excess DESC, group, lower, upper
