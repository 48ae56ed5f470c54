// title: Divisions and agencies of a name or code
// zh: 某名称或代码的区划和机构 -- 某日或历来哪些单位用此代码、名称、简称、拼音、英文名或 uid？
// question: Which units have this code, name, short name, pinyin, English name or uid, on a day or ever?
// tags: divisions, lookup
// note: Pinyin and English are compared without case, blanks, apostrophes and hyphens; ü may be written
//   ü, v or u. Superiors are those of the day, or of the unit's first day where no day is given.
//   -- 拼音和英文的比较不计大小写、空格、隔音号和连字符；ü 可写作 ü、v 或 u。上级以当日为准，未指定日期的以该单位的首日为准。
// param text: string -- a code of six digits, a name, a short name, pinyin without tones, an English
//   name, or a uid -- 六位代码、名称、简称、不带声调的拼音、英文名称或 uid
// param as_of: date? = null -- only units in force on this day; null for all that ever were
//   -- 只计当日存续的单位；留空为历来的全部单位
// param region: uid<Unit>? = null -- only units below the unit with this uid; null for all
//   -- 只计该 uid 的单位以下的单位；留空为全部
// column code: string? -- code (GB/T 2260); null for an agency
// column name_en: string? -- name in English; null for an agency
// column pinyin: string? -- name in pinyin; null for an agency -- 名称的拼音；机构为空
// column branch: string? -- branch of an agency -- 机构的系统
// column parent: string? -- name of the unit above -- 其上级的名称
// column above: list<string> -- names of all units above, the nearest first -- 全部上级的名称，由近及远
// column from_precision: string? -- day, month, year, by (known since), unknown
//   -- day 日、month 月、year 年、by 不晚于某日、unknown 不明
// example: text=济南市, as_of=2018-12-25
CALL () {
  MATCH (unit:Unit {uid: $text}) RETURN unit
  UNION
  MATCH (unit:Division {code: $text}) RETURN unit
  UNION
  MATCH (unit:Unit {name: $text}) RETURN unit
  UNION
  MATCH (unit:Division {name_short: $text}) RETURN unit
  UNION
  WITH replace(replace(replace(toLower($text), ' ', ''), "'", ''), '-', '') AS spelling
  WHERE spelling =~ '.*[a-zü].*'
  MATCH (unit:Division)
  WITH unit, spelling, replace(unit.pinyin, "'", '') AS pinyin,
    split(replace(replace(toLower(unit.name_en), ' ', ''), ')', ''), '(') AS english
  WHERE spelling IN [pinyin, replace(pinyin, 'ü', 'v'), replace(pinyin, 'ü', 'u')]
    OR spelling IN english
  RETURN unit
}
WITH unit, coalesce($as_of, unit.valid_from) AS day
WHERE $as_of IS NULL OR unit.valid_from <= $as_of < unit.valid_to
CALL (unit, day) {
  OPTIONAL MATCH way = (unit)
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->(:Unit)){1,12}
    (upper:Unit)
  WITH upper, min(length(way)) AS steps
  ORDER BY steps, upper.uid
  RETURN collect(upper.name) AS above, collect(upper.uid) AS uids
}
WITH unit, above, uids
WHERE $region IS NULL OR $region IN uids
RETURN unit.uid AS uid, unit.code AS code, unit.name AS name, unit.name_en AS name_en,
  unit.pinyin AS pinyin, unit.level AS level, unit.kind AS kind, unit.rank AS rank,
  unit.branch AS branch, head(above) AS parent, above, unit.valid_from AS valid_from,
  unit.valid_to AS valid_to, unit.from_edtf AS from_edtf, unit.to_edtf AS to_edtf,
  unit.from_precision AS from_precision
ORDER BY code, valid_from, uid
