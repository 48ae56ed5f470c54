// title: Who commands whom below a unit
// zh: 一个单位以下的统属 -- 某日层级中每个单位之下直接有哪些单位？
// question: Which units stand directly under each unit of a hierarchy on a day?
// tags: structure
// note: The units of units_below and the ties of command_ties between them, a row for each superior, for measures
//   that need no names. A unit that commands nobody stands in the row of its superior only; the unit at the top
//   has a row in any case.
//   -- units_below 的各单位及其间 command_ties 的关系，每一上级一行，供不需名称的指标使用。不统属任何单位的，只出现在其上级的行中；最上方的单位必有一行。
// param unit: uid<Unit> -- uid of the unit at the top
// param as_of: date -- the day
// column lower: list<string> -- uids of its direct subordinates -- 其直接下级的 uid
// column lower_levels: list<string> -- the levels of these, in the same order; empty text for an agency
//   -- 各下级的层级，次序相同；机构为空文本
// example: unit=div:370000:山东省, as_of=2018-12-25
MATCH (top:Unit {uid: $unit})
  (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= $as_of < down.valid_to]-
    (lower:Unit WHERE lower.valid_from <= $as_of < lower.valid_to)){0,12}
  (unit:Unit)
WITH DISTINCT top, unit
WHERE unit.valid_from <= $as_of < unit.valid_to
CALL (unit) {
  MATCH (unit)<-[tie:PART_OF|DEPARTMENT_OF|LED_BY]-(lower:Unit)
  WHERE tie.valid_from <= $as_of < tie.valid_to AND lower.valid_from <= $as_of < lower.valid_to
  WITH DISTINCT lower ORDER BY lower.uid
  RETURN collect(lower.uid) AS lower, collect(coalesce(lower.level, '')) AS lower_levels
}
WITH * WHERE unit = top OR size(lower) > 0
RETURN unit.uid AS upper, unit.level AS level, lower AS lower, lower_levels AS lower_levels
ORDER BY upper
