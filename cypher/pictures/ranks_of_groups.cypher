// title: Ranks of chair and members
// zh: 组长与成员的级别 -- 每个小组的组长级别多少，成员最低与最高级别多少，相差多少？
// question: Which rank has the chair of each group, which have its lowest and its highest member, and how far apart are they?
// note: `lowest` and `highest` cover the members that the gap counts: the chair does not head them and may command them by law.
//   They cover all members where the gap counts no member, and where no source names the chair. Of several chairs the highest
//   in rank counts.
//   -- lowest 和 highest 就计算级差的成员而言：并非组长的本职，且依法可由组长统属。没有此类成员的，以及资料未载组长的，就全部成员而言。组长有数名的，取级别最高者。
// tags: authority, rank, region
// include: authority/_groups, authority/_read_once, authority/_judged, authority/_defined, dataset/_level
// column name_en: string? -- its name in English
// column level: string -- level of the government that runs it; between, inter_agency or centre without one
//   -- 主管政府的层级；没有的为 between 各方之间、inter_agency 部门协作或 centre 中央
// column leadership: string -- single, co_chairs, rotating, collective or unknown
// column chair: string? -- title of the chair; null where no post is known -- 组长的职务名称；没有已知职务的为空
// column chair_name: string? -- name of that chair; null if not named -- 该组长的姓名；未载的为空
// column lowest: integer? (1 to 10) -- rank of the lowest member; null if none is known
//   -- 级别最低的成员的级别；均不明的为空
// column highest: integer? (1 to 10) -- rank of the highest member; null if none is known
//   -- 级别最高的成员的级别；均不明的为空
// column n_unranked: integer (members) -- of the members in scope, those whose rank is not known
//   -- 范围内级别不明的成员数
// column defined: boolean -- false where a chair heads each member or may not command it by law: the group has no gap
//   -- 否：组长为各成员的正职，或依法不得领导各成员，该组无级差可言
// column supposed: boolean -- whether the chair is supposed, not documented -- 组长是否出于假设而非记载
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
WITH *, leaders[0] AS top, [m IN related WHERE NOT coalesce(m.relation, '') IN ['OWN', 'OUTSIDE']] AS counted
WITH *, [m IN CASE size(counted) WHEN 0 THEN related ELSE counted END WHERE m.rank IS NOT NULL | m.rank] AS ranks
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, day AS as_of, g.kind AS kind, g.field AS field, level, scope,
  leadership, top.title AS chair, top.name AS chair_name, top.rank AS chair_rank,
  reduce(low = null, rank IN ranks | CASE WHEN rank > low THEN low ELSE rank END) AS lowest,
  reduce(high = null, rank IN ranks | CASE WHEN rank < high THEN high ELSE rank END) AS highest,
  figures.n_members AS n_members, size([m IN related WHERE m.rank IS NULL]) AS n_unranked,
  figures.gap_min AS gap_min, figures.gap_min_at_most AS gap_min_at_most, defined, type, type_certainty, possible, rests_on,
  known_type AS type_if_known_only, flags,
  $suppose_chair.title IS NOT NULL AS supposed, g.last_documented AS last_documented, seen, life AS status, chair_seen
ORDER BY group
