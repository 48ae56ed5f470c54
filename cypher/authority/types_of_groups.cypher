// title: Types of groups
// zh: 小组的类型 -- 每个小组属于哪一类型，级差与统属覆盖率是多少？每组一行，供统计使用。
// question: Of which type is each group, with which gap and coverage? A line each, for statistics.
// tags: authority, type, bulk
// note: The figures of authority_by_group without the other readings, no list among them but `possible`, `rests_on` and `flags`.
//   The region is that of groups_by_region.
//   -- 各项数值同 authority_by_group，不按其他口径判读，列表只有 possible、rests_on 和 flags。地区同 groups_by_region。
// include: authority/_groups, authority/_read_once, authority/_judged, authority/_inter_agency, regions/_region,
//   authority/_only_chair, groups/_chair_level
// column kind: string? -- 领导小组, 联席会议 and so on
// column level: string? -- Province, Prefecture, County or Township: the highest of the members that decide the region; null without
//   -- 决定地区的各成员的最高层级：Province 省级、Prefecture 地级、County 县级或 Township 乡级；没有的为空
// column region: string? -- uid of the province in which its members lie; null where there is none
// column region_name: string? -- name of that province
// column stratum: string -- province, cross_province, inter_agency, no_province or unknown
// column chair_level: string? -- Country, Province, Prefecture, County or Township: of the division that the chair's post is in, or
//   that leads its agency; null where it is not known, and without a chair or with several
//   -- 组长职务所在区划、或领导其机构的区划的层级：Country 中央、Province 省级、Prefecture 地级、
//   County 县级或 Township 乡级；不明、没有组长或组长不止一人的为空
// column chair: string? -- uid of the chairing post; null where there is no chair or several
//   -- 任组长的职务的 uid；没有组长或组长不止一人的为空
// column person: string? -- uid of its holder; null if not known -- 其任职者的 uid；不明的为空
// example: as_of=2018-12-25
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field,
  head([one IN ['Province', 'Prefecture', 'County', 'Township'] WHERE one IN levels]) AS level,
  region.uid AS region, region.name AS region_name, stratum, scope,
  only.post AS chair, only.person AS person, only.rank AS chair_rank, chair_level,
  figures.n_members AS n_members, figures.n_own AS n_own, figures.n_outside AS n_outside, figures.gap_min AS gap_min,
  figures.gap_median AS gap_median, figures.gap_max AS gap_max, figures.gap_min_at_most AS gap_min_at_most,
  figures.lc AS lc, figures.lc_min AS lc_min, figures.lc_max AS lc_max, figures.unbound AS unbound,
  figures.veto AS veto, origin, type, type_certainty, possible, rests_on, known_type AS type_if_known_only,
  row, flags, g.type_in_paper AS type_in_paper, g.roster AS roster,
  g.last_documented AS last_documented, seen, life AS status, chair_seen
ORDER BY group
