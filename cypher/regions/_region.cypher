// title: The province of a group
// zh: 小组所属的省
// question: Which province holds all members that decide, or why does no province?
// takes: members, inter_agency
// gives: placed, region, stratum, levels
WITH *, [m IN members WHERE m.division] AS governments
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
WITH *, CASE
    WHEN inter_agency THEN 'inter_agency'
    WHEN region IS NOT NULL THEN 'province'
    WHEN size(placed) = 0 OR any(unit IN at WHERE unit.broken) THEN 'unknown'
    WHEN provinces > 0 THEN 'cross_province'
    ELSE 'no_province' END AS stratum
