// title: What a unit was before
// zh: 一个单位的前身 -- 一个单位历经各次变动，来自较早某日存续的哪些单位？
// question: From which units in force on an earlier day did a unit come, through all changes in between?
// tags: divisions, history
// note: A unit that is in force on the day answers itself, without steps. Units that it took in later,
//   when it already stood, are none of its predecessors.
//   -- 当日存续的单位即为自身，步数为零。某单位成立之后才并入它的单位，不算其前身。
// param unit: uid<Place> -- uid of the unit
// param as_of: date -- the earlier day -- 较早的日期
// column uid: string -- uid of the predecessor -- 前身的 uid
// column kind: string -- 县, 县级市, 地级市 and so on
// example: unit=div:371200:莱芜市, as_of=1983-12-31
MATCH (unit:Division WHERE unit.valid_from <= $as_of < unit.valid_to)
  ((old:Division)-[change:SUCCEEDED_BY WHERE startNode(change).valid_to <= endNode(change).valid_from]->
    (new:Division WHERE new.valid_from > $as_of)){0,30}
  (:Division {uid: $unit})
WITH unit, [i IN range(0, size(change) - 1) | {
    old: old[i].uid, old_code: old[i].code, old_name: old[i].name,
    new: new[i].uid, new_code: new[i].code, new_name: new[i].name,
    kind: change[i].kind, on: change[i].on, precision: change[i].precision,
    document: change[i].document, source: change[i].source
  }] AS steps
ORDER BY size(steps), steps[0].new
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
