// title: Divisions directly below
// zh: 直接下辖的区划 -- 某日一个区划直接领导哪些区划？
// question: Which divisions does a division lead directly on a day?
// tags: divisions, hierarchy
// note: One step of PART_OF, statutory and acting (代管) alike, in force on the day.
//   -- 当日有效的一步 PART_OF，法定隶属与代管均计。
// param unit: uid<Division> -- uid of the upper division -- 上级区划的 uid
// param as_of: date = 2026-09-11 -- the day
// column level: string -- Province, Prefecture, County or Township
// column kind: string -- 省, 地级市, 县 and so on
// column mode: string -- statutory, or acting (代管) -- statutory 法定或 acting 代管
// column source: string -- uid of the source of the tie
// example: unit=div:371200:莱芜市, as_of=2018-12-25
MATCH (:Division {uid: $unit})<-[tie:PART_OF]-(unit:Division)
WHERE tie.valid_from <= $as_of < tie.valid_to AND unit.valid_from <= $as_of < unit.valid_to
RETURN unit.uid AS uid, unit.code AS code, unit.name AS name, unit.level AS level,
  unit.kind AS kind, unit.rank AS rank, tie.mode AS mode, tie.source AS source
ORDER BY code, mode DESC
