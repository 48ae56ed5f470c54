// title: How a group belongs to a place
// zh: 小组与地区的关系
// question: Do organs of the place run the group, do they sit in it, do its members lie within the place?
// takes: g, members, placed, chairs, issuers, run_by, reach
// gives: relation
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// note: A unit is an organ of the nearest division at or above it, so that a bureau of a city is none of its province. `lies`
//   counts what stands below by command too. A `-` before a uid leaves a division out of a region.
WITH *, [unit IN reach | unit {
  .uid,
  own: any(home IN unit.governments + unit.uid WHERE home IN $region),
  lies: any(upper IN unit.superiors + unit.uid WHERE upper IN $region)
    AND none(upper IN unit.superiors + unit.uid WHERE '-' + upper IN $region)
}] AS units
WITH *, [unit IN units WHERE unit.own | unit.uid] AS organs, [unit IN units WHERE unit.lies | unit.uid] AS inside,
  [issuer IN issuers WHERE NOT issuer.asked | issuer.uid] AS founders
WITH *, [kind IN [
  CASE WHEN g.place IN $region OR (size(founders) > 0 AND all(uid IN founders WHERE uid IN organs))
    OR (size(run_by) = 1 AND run_by[0] IN $region) THEN 'run_by' END,
  CASE WHEN any(m IN members WHERE m.uid IN organs) OR any(chair IN chairs
    WHERE any(held IN chair.posts WHERE held.seat AND held.unit IN organs)) THEN 'sits_in' END,
  CASE WHEN size(placed) > 0 AND all(m IN placed WHERE m.uid IN inside) THEN 'within' END
] WHERE kind IS NOT NULL] AS relation
