// title: Units below a unit
// zh: 一个单位以下的单位 -- 某日一个单位（含自身）统属哪些单位？
// question: Which units does a unit command on a day, itself among them?
// tags: structure
// note: By PART_OF, DEPARTMENT_OF and LED_BY, each in force on the day, through units in force; GUIDED_BY
//   carries no command. Twelve steps are more than any real chain has.
//   -- 沿当日有效的 PART_OF、DEPARTMENT_OF 和 LED_BY，经由存续的单位；GUIDED_BY 不具统属效力。至多十二步，实际的链条都没有这样长。
// param unit: uid<Unit> -- uid of the unit at the top
// param as_of: date -- the day
// example: unit=div:370000:山东省, as_of=2018-12-25
MATCH (:Unit {uid: $unit})
  (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= $as_of < down.valid_to]-
    (lower:Unit WHERE lower.valid_from <= $as_of < lower.valid_to)){0,12}
  (unit:Unit)
WITH DISTINCT unit
WHERE unit.valid_from <= $as_of < unit.valid_to
RETURN unit.uid AS uid, unit.name AS name, unit.level AS level, unit.kind AS kind,
  unit.rank AS rank,
  NOT unit:Country AND NOT EXISTS {
    MATCH (unit)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(above:Unit)
    WHERE up.valid_from <= $as_of < up.valid_to
      AND above.valid_from <= $as_of < above.valid_to
  } AS broken
ORDER BY uid
