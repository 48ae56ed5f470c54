// title: Units of a group and all above them
// zh: 小组的单位及其全部上级 -- 某日哪些单位列名小组或有席位，由哪些单位统属？
// question: Which units have a listing or a seat in a group on a day, and which command them?
// tags: structure, groups
// note: The units of observers, secretaries and of the host sit too (`seated`); who of them is a member is
//   what authority_by_member answers. Superiors by PART_OF, DEPARTMENT_OF and LED_BY, in force on the
//   day, at most twelve steps up.
//   -- 列席者、秘书长和东道政府的单位也在其中（seated）；其中谁为成员，见 authority_by_member。上级沿当日有效的 PART_OF、
//   DEPARTMENT_OF 和 LED_BY 向上，至多十二步。
// param group: uid<Group> -- uid
// param as_of: date -- the day
// column seated: boolean -- whether the unit itself is listed or an official of it sits or chairs
//   -- 是否列出该单位本身，或有其官员有席位或任组长
// example: group=group:jinan-laiwu, as_of=2018-12-25
MATCH (group:Group {uid: $group})
CALL (group) {
  MATCH (unit:Unit)-[m:MEMBER_OF]->(group)
  WHERE m.valid_from <= $as_of < m.valid_to
  RETURN unit
  UNION
  MATCH (unit:Unit)<-[:IN]-(:Post)-[seat:SITS_IN|CHAIRS]->(group)
  WHERE seat.valid_from <= $as_of < seat.valid_to
  RETURN unit
}
WITH unit
WHERE unit.valid_from <= $as_of < unit.valid_to
WITH collect(DISTINCT unit) AS seated
UNWIND seated AS start
MATCH (start)
  (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= $as_of < up.valid_to]->
    (upper:Unit WHERE upper.valid_from <= $as_of < upper.valid_to)){0,12}
  (unit:Unit)
WITH DISTINCT seated, unit
RETURN unit.uid AS uid, unit.name AS name, unit.level AS level, unit.kind AS kind,
  unit.rank AS rank, unit IN seated AS seated,
  NOT unit:Country AND NOT EXISTS {
    MATCH (unit)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(above:Unit)
    WHERE up.valid_from <= $as_of < up.valid_to
      AND above.valid_from <= $as_of < above.valid_to
  } AS broken
ORDER BY uid
