// title: Names of divisions
// zh: 区划名称 -- 某日或历来区划有哪些名称？
// question: Which names do divisions have, in force on a day or ever?
// tags: divisions, lookup
// param as_of: date? = null -- only divisions in force on this day; null for all that ever were
//   -- 只计当日存续的区划；留空为历来的全部区划
MATCH (unit:Division)
WHERE $as_of IS NULL OR unit.valid_from <= $as_of < unit.valid_to
RETURN DISTINCT unit.name AS name, unit.code AS code, unit.name_short AS name_short,
  unit.pinyin AS pinyin, unit.name_en AS name_en
ORDER BY code, name
