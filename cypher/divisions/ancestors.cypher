// title: Divisions above
// zh: 上级区划 -- 某日一个区划由哪些区划领导，从其上级直到中央？
// question: Which divisions lead a division on a day, from its superior up to the centre?
// tags: divisions, hierarchy
// note: Steps of PART_OF, statutory and acting (代管) alike, in force on the day. Five levels make four
//   steps; more are followed, so that a fault in the data shows.
//   -- 沿当日有效的 PART_OF 逐级向上，法定隶属与代管均计。五级区划共四步；超过的也照列，以便发现数据中的错误。
// param unit: uid<Division> -- uid of the lower division -- 下级区划的 uid
// param as_of: date = 2026-09-11 -- the day
// column steps: integer (steps) -- how far above, 1 for the direct superior -- 向上第几级，直接上级为 1
// column level: string -- Country, Province, Prefecture or County
// column kind: string -- 国家, 省, 地级市 and so on -- 国家、省、地级市等建制
// column mode: string -- how it leads the one below it: statutory, or acting (代管)
//   -- 如何领导其下一级：statutory 法定或 acting 代管
// column source: string -- uid of the source of that tie -- 该关系的来源的 uid
// example: unit=div:371202:莱城区, as_of=2018-12-25
MATCH (:Division {uid: $unit})
  ((lower:Division WHERE lower.valid_from <= $as_of < lower.valid_to)
    -[tie:PART_OF WHERE tie.valid_from <= $as_of < tie.valid_to]->
    (upper:Division WHERE upper.valid_from <= $as_of < upper.valid_to)){1,8}
  (unit:Division)
RETURN size(tie) AS steps, unit.uid AS uid, unit.code AS code, unit.name AS name,
  unit.level AS level, unit.kind AS kind, unit.rank AS rank, last(tie).mode AS mode,
  last(tie).source AS source
ORDER BY steps, code
