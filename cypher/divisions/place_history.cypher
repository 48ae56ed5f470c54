// title: A place through time
// zh: 一地的沿革 -- 一个单位前后有哪些单位，每次有何变动？
// question: Which units stood before and after a unit, and what changed each time?
// tags: divisions, history
// note: A place is all units of which each begins where another ends, so every unit of a place tells
//   the same history. A unit that took another in and had stood before it (济南市 took in 莱芜市 in 2018)
//   is shown once, and its own history is not followed; the same for units that this place took in.
//   -- 一地由前后相接的各单位构成，一个终止、另一个即起始，故同一地的每个单位所示沿革相同。单位并入另一早已存在的单位的（2018 年莱芜市并入济南市），后者只列一次，不再追溯其自身的沿革；
//   并入该地的单位亦然。
// param unit: uid<Place> -- uid of any unit of the place -- 该地任一单位的 uid
// column kind: string -- 县, 县级市, 地级市 and so on
// column becomes: list<string> -- codes and names that follow, with the kind of change
//   -- 其后的代码、名称和变动的种类
// example: unit=div:371200:莱芜市
MATCH (:Division {uid: $unit})
  ((:Division)-[step:SUCCEEDED_BY
    WHERE startNode(step).valid_to <= endNode(step).valid_from]-(:Division)){0,30}
  (own:Division)
WITH DISTINCT own
CALL (own) {
  RETURN own AS unit
  UNION
  MATCH (own)-[:SUCCEEDED_BY]-(unit:Division)
  RETURN unit
}
WITH DISTINCT unit
RETURN unit.uid AS uid, unit.code AS code, unit.name AS name, unit.kind AS kind,
  unit.rank AS rank, unit.from_edtf AS from_edtf, unit.to_edtf AS to_edtf,
  COLLECT {
    MATCH (unit)-[change:SUCCEEDED_BY]->(next:Unit)
    RETURN next.code + ' ' + next.name + ' (' + change.kind + ')' ORDER BY next.code
  } AS becomes
ORDER BY unit.valid_from, code
