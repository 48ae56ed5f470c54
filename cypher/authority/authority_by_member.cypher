// title: Authority over each member
// zh: 组长对各成员的权威 -- 组长对小组的每个成员有何统属关系、级差多少？
// question: Which command and which gap of rank has the chair over each member of a group?
// tags: authority, member
// include: authority/_groups, authority/_read_once, authority/_told
// shown: group_name, member_name, role, rank, relation, gap, chair, chair_name, supposed
// param member: uid<Unit>? = null -- uid of a unit, for the groups of which it is a member; null for every member. Ask with scope=all:
//   where governments alone are in scope an agency has no row
//   -- 单位的 uid，只查其为成员的小组；留空为全部成员。须以 scope=all 查询：只计政府时机构没有结果
// column code: string? -- its code (GB/T 2260); null for an agency
// column role: string -- deputy_chair or member -- deputy_chair 副组长或 member 成员
// column rank: integer? (1 to 10) -- the highest rank among its seats; null if none is known
//   -- 其各席位中的最高级别；均不明的为空
// column relation: string? -- OWN, OUTSIDE, LINE, UNKNOWN, UNRANKED, OUTRANK_ONLY, PEER or OUTRANKED;
//   null without a chair
//   -- OWN 本职、OUTSIDE 体系外、LINE 统属、UNKNOWN 不明、UNRANKED 缺级别、OUTRANK_ONLY 仅级别高、
//   PEER 同级或 OUTRANKED 级别低；没有组长的为空
// column gap: integer? (steps) -- rank of the chair less rank of the member; null where one is missing
//   -- 组长级别减去成员级别；有一方缺失的为空
// column chair: string? -- title of the chair who gives relation and gap -- 据以得出关系和级差的组长的职务名称
// column chair_name: string? -- that chair's name
// column chair_post: string? -- uid of that chair's post; null for the head of a unit
//   -- 该组长的职务的 uid；由单位主官任组长的为空
// column chair_units: list<string>? -- uids of the units that chair sits in or commands members by
//   -- 该组长任职或据以统属成员的单位的 uid
// column supposed: boolean -- whether the chair or this member is supposed, not documented
// column source: string? -- uid of the source of the membership -- 成员资格的来源的 uid
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
UNWIND told AS m
WITH m WHERE $member IS NULL OR m.member = $member
RETURN m.group AS group, m.group_name AS group_name, m.as_of AS as_of, m.member AS member, m.member_name AS member_name,
  m.code AS code, m.role AS role, m.rank AS rank, m.relation AS relation, m.gap AS gap, m.chair AS chair,
  m.chair_name AS chair_name, m.chair_post AS chair_post, m.chair_units AS chair_units, m.supposed AS supposed,
  m.source AS source, m.confidence AS confidence
ORDER BY group, rank DESC, code, member
