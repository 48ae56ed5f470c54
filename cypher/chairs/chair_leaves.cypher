// title: A deputy acts for the chair
// zh: 由副组长代行 -- 由某副组长接任组长时，小组属于哪一类型，组长与各成员是何关系？
// question: Of which type is a group, and what is the chair to each member, when a deputy chair replaces the chair?
// note: Give the deputy's post and person as suppose_chair; without it the group is answered as documented, for
//   comparison. The deputy's unit stays a member only if it is listed or another official of it sits. Which deputies
//   there are is answered by remaining_deputies; `lsgraph chairs leaves` joins the two.
//   -- 以 suppose_chair 给出该副组长的职务和人物；不给则按记载判读，以供比较。副组长所在单位仍为成员，须其被直接列出，或另有官员在组内任职。有哪些副组长，
//   见 remaining_deputies；`lsgraph chairs leaves` 把二者合为一份答案。
// tags: chairs, deputies, what-if
// include: authority/_groups, authority/_sitting, chairs/_acting, authority/_hosted, authority/_leadership,
//   authority/_past, authority/_basis, authority/_reading, authority/_related, authority/_judged
// column chairs: list<map> -- the chairs, or the deputy who acts: post, title, person, name, rank, units (uids)
//   -- 组长，或代行的副组长：post 职务、title 名称、person 人物、name 姓名、rank 级别、units 单位（uid）
// column members: list<map> -- for each member: member, name, rank, relation, gap, and by: the relation of each chair
//   -- 各成员：member、name 名称、rank 级别、relation 关系、gap 级差，by 为与每位组长的关系
// example: groups=["group:gd-gba-lsg"], as_of=2023-05-08,
//   suppose_chair={"post": "post:广东省省长", "title": "广东省省长", "person": "person:王伟中"}
CALL (related) {
  UNWIND related AS m
  WITH m ORDER BY m.rank DESC, m.code, m.uid
  RETURN collect({member: m.uid, name: m.name, rank: m.rank, relation: m.relation, gap: m.gap, by: m.by}) AS told
}
RETURN g.uid AS group, g.name AS name, day AS as_of, scope,
  [chair IN leaders | chair {.post, .title, .person, .name, .rank, .units}] AS chairs, size(related) AS n_members,
  figures.gap_min AS gap_min, figures.gap_min_at_most AS gap_min_at_most, figures.lc AS lc, type,
  type_certainty, possible, rests_on, known_type AS type_if_known_only, row, flags, told AS members,
  $suppose_chair.title IS NOT NULL OR any(uid IN $suppose_members WHERE uid <> '') AS supposed
ORDER BY group
