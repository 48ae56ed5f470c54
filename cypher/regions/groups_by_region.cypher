// title: Groups by region
// question: To which province does each group belong, and what does it share with other groups?
// tags: regions, groups
// note: The region is the province that is ancestor-or-self of every member government, of every member where fewer
//   than two governments sit. Else `stratum` says why there is none: cross_province (members of several
//   provinces, or of one and the centre), inter_agency (agencies of several governments cooperate), no_province (no member lies in a province), unknown (no member
//   is known, or the superiors of one are not). Who is a member is decided as for the authority of a group.
// include: authority/_groups, authority/_facts, authority/_inter_agency, regions/_facts
// column region: string? -- uid of the province; null where there is none
// column region_name: string? -- its name
// column stratum: string -- province, cross_province, inter_agency, no_province or unknown
// column kind: string? -- 领导小组, 联席会议 and so on
// column levels: list<string> -- levels of the members that decide: Province, Prefecture, County, Township
// column n_placed: integer (members) -- members that decide
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
WITH g, day, chairs, members, inter_agency, documents, instruments, [m IN members WHERE m.division] AS governments
WITH *, CASE WHEN size(governments) >= 2 THEN governments ELSE members END AS placed
WITH *, [m IN placed | m.at] AS at
WITH *, [unit IN at | [unit.uid] + unit.superiors] AS lines
WITH *, [uid IN lines[0] WHERE all(line IN lines WHERE uid IN line)] AS common,
  reduce(all_units = [], line IN lines | all_units + [uid IN line WHERE NOT uid IN all_units]) AS units
CALL (common, inter_agency) {
  UNWIND common AS uid
  MATCH (province:Unit {uid: uid}) WHERE province:Province AND NOT inter_agency
  RETURN head(collect(province)) AS region
}
CALL (units) {
  UNWIND units AS uid
  MATCH (province:Unit {uid: uid}) WHERE province:Province
  RETURN count(province) AS provinces
}
CALL (placed) {
  UNWIND placed AS m
  MATCH (unit:Unit {uid: m.uid}) WHERE unit.level IS NOT NULL
  RETURN collect(DISTINCT unit.level) AS levels
}
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, day AS as_of, region.uid AS region,
  region.name AS region_name,
  CASE
    WHEN inter_agency THEN 'inter_agency'
    WHEN region IS NOT NULL THEN 'province'
    WHEN size(placed) = 0 OR any(unit IN at WHERE unit.broken) THEN 'unknown'
    WHEN provinces > 0 THEN 'cross_province'
    ELSE 'no_province'
  END AS stratum,
  g.kind AS kind, g.field AS field, levels, size(placed) AS n_placed,
  [chair IN chairs WHERE coalesce(chair.person, chair.post) IS NOT NULL
    | coalesce(chair.person, chair.post)] AS chairs,
  documents, instruments, g.in_paper AS in_paper, g.dataset AS dataset
ORDER BY group
