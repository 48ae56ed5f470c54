// title: Units in force
// zh: 存续的单位 -- 某日存续哪些区划和机构，其中哪些上级不明？
// question: Which divisions and agencies existed on a day, and of which is the superior not known?
// tags: structure
// param as_of: date -- the day
// example: as_of=2018-12-25
MATCH (unit:Unit)
WHERE unit.valid_from <= $as_of < unit.valid_to
RETURN unit.uid AS uid, unit.name AS name, unit.level AS level, unit.kind AS kind,
  unit.rank AS rank,
  NOT unit:Country AND NOT EXISTS {
    MATCH (unit)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(above:Unit)
    WHERE up.valid_from <= $as_of < up.valid_to
      AND above.valid_from <= $as_of < above.valid_to
  } AS broken
ORDER BY uid
