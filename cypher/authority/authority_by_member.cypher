// title: Authority over each member
// zh: 组长对各成员的权威 -- 组长对小组的每个成员有何统属关系、级差多少？
// question: Which command and which gap of rank has the chair over each member of a group?
// tags: authority, member
// include: authority/_groups, authority/_read_once, authority/_told
// shown: group_name, member_name, role, rank, relation, gap, chair, chair_name, supposed
// param member: uid<Unit>? = null -- uid of a unit, for the groups of which it is a member; null for every member. Ask with scope=all:
//   where governments alone are in scope an agency has no row
// column code: string? -- its code (GB/T 2260); null for an agency
// column role: string -- deputy_chair or member
// column rank: integer? (1 to 10) -- the highest rank among its seats; null if none is known
// column relation: string? -- OWN, OUTSIDE, LINE, UNKNOWN, UNRANKED, OUTRANK_ONLY, PEER or OUTRANKED;
//   null without a chair
// column gap: integer? (steps) -- rank of the chair less rank of the member; null where one is missing
// column chair: string? -- title of the chair who gives relation and gap
// column chair_name: string? -- that chair's name
// column chair_post: string? -- uid of that chair's post; null for the head of a unit
// column chair_units: list<string>? -- uids of the units that chair sits in or commands members by
// column supposed: boolean -- whether the chair or this member is supposed, not documented
// column source: string? -- uid of the source of the membership
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
UNWIND told AS m
WITH m WHERE $member IS NULL OR m.member = $member
RETURN m.group AS group, m.group_name AS group_name, m.as_of AS as_of, m.member AS member, m.member_name AS member_name,
  m.code AS code, m.role AS role, m.rank AS rank, m.relation AS relation, m.gap AS gap, m.chair AS chair,
  m.chair_name AS chair_name, m.chair_post AS chair_post, m.chair_units AS chair_units, m.supposed AS supposed,
  m.source AS source, m.confidence AS confidence
ORDER BY group, rank DESC, code, member
