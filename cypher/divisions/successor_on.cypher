// title: What has become of a unit
// zh: 一个单位的后继 -- 历经各次变动，某日由哪些存续的单位承接某单位？
// question: Which units in force on a day follow a unit, through all changes in between?
// tags: divisions, history
// note: A unit that is in force on the day answers itself, without steps. No row: no successor is
//   known that is in force on the day. Of several ways to one successor this query shows the shortest.
//   -- 当日存续的单位即为自身，步数为零。没有行的，表示当日没有已知的存续后继。通向同一后继有数条路径的，本查询取最短的一条。
// param unit: uid<Place> -- uid of the unit
// param as_of: date = 2026-09-11 -- the day
// column uid: string -- uid of the successor -- 后继的 uid
// column kind: string -- 县, 县级市, 地级市 and so on
// example: unit=div:371200:莱芜市, as_of=2018-12-26
MATCH (:Division {uid: $unit})
  ((old:Division WHERE old.valid_to <= $as_of)-[change:SUCCEEDED_BY]->(new:Division)){0,30}
  (unit:Division WHERE unit.valid_from <= $as_of < unit.valid_to)
WITH unit, [i IN range(0, size(change) - 1) | {
    old: old[i].uid, old_code: old[i].code, old_name: old[i].name,
    new: new[i].uid, new_code: new[i].code, new_name: new[i].name,
    kind: change[i].kind, on: change[i].on, precision: change[i].precision,
    document: change[i].document, source: change[i].source
  }] AS steps
ORDER BY size(steps), steps[-1].old
WITH unit, collect(steps)[0] AS steps
RETURN unit.uid AS uid, unit.code AS code, unit.name AS name, unit.kind AS kind,
  COLLECT {
    MATCH (unit)
      (()-[up:PART_OF WHERE up.valid_from <= $as_of < up.valid_to]->(:Division)){1,8}
      (upper:Division)
    RETURN DISTINCT upper.uid
  } AS above,
  steps
ORDER BY code, uid
