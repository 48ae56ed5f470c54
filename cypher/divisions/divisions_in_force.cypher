// title: Divisions in force
// zh: 存续的行政区划 -- 某日存续哪些县级以上区划？
// question: Which divisions of county level and above existed on a day?
// tags: divisions
// param as_of: date = 2026-09-11 -- the day
// column level: string -- Country, Province, Prefecture or County
// column kind: string -- 省, 地级市, 县 and so on
// column rank_basis: string? -- derived or override
// example: as_of=2018-12-26
MATCH (unit:Division)
WHERE unit.valid_from <= $as_of < unit.valid_to AND NOT unit:Township
RETURN unit.code AS code, unit.name AS name, unit.level AS level, unit.kind AS kind,
  unit.pinyin AS pinyin, unit.rank AS rank, unit.rank_basis AS rank_basis, unit.uid AS uid
ORDER BY code
