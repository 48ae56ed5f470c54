// title: Authority of each group for a comparison
// zh: 供地区比较的小组权威 -- 每个小组的级差、覆盖率和类型为何，其所在地区由哪些成员决定，与其他小组共有什么？
// question: Which gap, coverage and type has each group, which members decide its region, and what does it share with others?
// tags: regions, type
// note: The figures of authority_by_group, for the comparison of regions. gap_min and lc
//   are null both where something is missing and where they are not defined: `defined` tells which.
//   -- authority_by_group 的各项数值，供地区比较使用。gap_min 和 lc 为空，或因资料有缺，或因本无可言：由 defined 区分。
// include: authority/_groups, authority/_read_once, authority/_judged, authority/_defined, authority/_inter_agency,
//   regions/_facts
// column defined: boolean -- false where a chair heads each member or may not command it by law: the group has no gap and no coverage
//   -- 否：组长为各成员的正职，或依法不得领导各成员，该组无级差和覆盖率可言
// column gap_min: integer? (steps) -- smallest gap; null if a rank is missing or it is not defined
//   -- 最小级差；有级别缺失或无级差可言的为空
// column lc: float? (0 to 1) -- line coverage; null if a link is unknown or it is not defined
//   -- 统属覆盖率；有关系不明或无覆盖率可言的为空
// column placed: list<string> -- uids of the members that decide the region: its governments, all where fewer than two
//   -- 决定地区的成员的 uid：其中的政府，不足两个的为全部成员
// column inter_agency: boolean -- whether agencies of several governments cooperate in it: it is of no region
//   -- 是否由数个政府的机构在其中协作：该组不属任何地区
// column kind: string? -- 领导小组, 联席会议 and so on
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
RETURN g.uid AS group, day AS as_of, scope AS scope, size(related) AS n_members,
  defined,
  figures.gap_min AS gap_min, figures.gap_min_at_most AS gap_min_at_most,
  figures.lc AS lc, figures.lc_min AS lc_min, figures.lc_max AS lc_max,
  type, type_certainty, possible, rests_on, known_type AS type_if_known_only, flags AS flags,
  COLLECT {
    UNWIND [m IN members WHERE m.division OR size([n IN members WHERE n.division]) < 2 | m.uid] AS uid RETURN uid ORDER BY uid
  } AS placed,
  inter_agency, life AS status, [chair IN chairs WHERE coalesce(chair.person, chair.post) IS NOT NULL
    | coalesce(chair.person, chair.post)] AS chairs,
  g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field, documents, instruments,
  g.in_paper AS in_paper, g.dataset AS dataset
ORDER BY group
