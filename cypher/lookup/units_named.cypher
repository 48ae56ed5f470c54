// title: Divisions and agencies of a name or code
// question: Which units have this code, name, short name, pinyin or uid, on a day or ever?
// tags: divisions, lookup
// param text: string -- a code of six digits, a name, a short name, pinyin without tones, or a uid
// param as_of: date? = null -- only units in force on this day; null for all that ever were
// column uid: string -- uid
// column code: string? -- code (GB/T 2260); null for an agency
// column name: string -- name
// column level: string? -- Country, Province, Prefecture, County or Township; null for an agency
// column kind: string? -- 省, 地级市, 县 and so on
// column rank: integer? (1 to 10) -- rank
// column branch: string? -- branch of an agency
// column parent: string? -- name of the unit above on the day
// column valid_from: date -- first day, 0001-01-01 if unknown
// column valid_to: date -- first day after the end, 9999-12-31 if open
// example: text=济南市, as_of=2018-12-25
CALL () {
  MATCH (unit:Unit {uid: $text}) RETURN unit
  UNION
  MATCH (unit:Division {code: $text}) RETURN unit
  UNION
  MATCH (unit:Unit {name: $text}) RETURN unit
  UNION
  MATCH (unit:Division) WHERE unit.name_short = $text OR unit.pinyin = toLower($text) RETURN unit
}
WITH unit
WHERE $as_of IS NULL OR unit.valid_from <= $as_of < unit.valid_to
OPTIONAL MATCH (unit)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(above:Unit)
WHERE up.valid_from <= coalesce($as_of, unit.valid_from) < up.valid_to
RETURN unit.uid AS uid, unit.code AS code, unit.name AS name, unit.level AS level,
  unit.kind AS kind, unit.rank AS rank, unit.branch AS branch, min(above.name) AS parent,
  unit.valid_from AS valid_from, unit.valid_to AS valid_to
ORDER BY code, valid_from, uid
