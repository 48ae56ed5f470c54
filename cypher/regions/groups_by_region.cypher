// title: Groups by region
// zh: 小组所属地区 -- 每个小组属于哪个省，与其他小组共有什么？
// question: To which province does each group belong, and what does it share with other groups?
// tags: regions, groups
// note: The region is the province that is ancestor-or-self of every member government, of every member where fewer
//   than two governments sit. Else `stratum` says why there is none: cross_province (members of several
//   provinces, or of one and the centre), inter_agency (agencies of several governments cooperate), no_province (no member lies in a province), unknown (no member
//   is known, or the superiors of one are not). Who is a member is decided as for the authority of a group.
//   -- 地区即同为各成员政府自身或其上级的省；成员政府不足两个的，就全部成员而言。否则由 stratum 说明原因：cross_province（成员分属数省，或一省与中央）、
//   inter_agency（数个政府的机构相互协作）、no_province（没有成员在任何省）、unknown（没有已知成员，或某一成员的上级不明）。成员的判定与小组的权威相同。
// include: authority/_groups, authority/_facts, authority/_inter_agency, regions/_facts, regions/_region
// column region: string? -- uid of the province; null where there is none -- 省的 uid；没有的为空
// column region_name: string? -- its name
// column stratum: string -- province, cross_province, inter_agency, no_province or unknown
// column kind: string? -- 领导小组, 联席会议 and so on
// column levels: list<string> -- levels of the members that decide: Province, Prefecture, County, Township
//   -- 决定地区的各成员的层级：Province 省级、Prefecture 地级、County 县级、Township 乡级
// column placed: list<string> -- uids of the members that decide: its governments, all where fewer than two
//   -- 决定地区的成员的 uid：其中的政府，不足两个的为全部成员
// column n_placed: integer (members) -- members that decide -- 决定地区的成员数
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, day AS as_of, region.uid AS region,
  region.name AS region_name, stratum, g.kind AS kind, g.field AS field, levels, COLLECT { UNWIND placed AS m RETURN m.uid ORDER BY m.uid } AS placed, size(placed) AS n_placed,
  [chair IN chairs WHERE coalesce(chair.person, chair.post) IS NOT NULL
    | coalesce(chair.person, chair.post)] AS chairs,
  documents, instruments, g.in_paper AS in_paper, g.dataset AS dataset
ORDER BY group
