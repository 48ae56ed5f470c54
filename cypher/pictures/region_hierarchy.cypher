// title: Hierarchy of a region
// zh: 一个地区的层级 -- 某日一个单位之下有哪些区划，谁领导谁？
// question: Which divisions lie below a unit on a day, and who leads whom?
// tags: divisions
// param unit: uid<Division> -- uid of the region -- 地区的 uid
// param as_of: date -- the day
// column parent: string? -- uid of the unit above; null for the region itself -- 上级单位的 uid；地区本身的为空
// column level: string -- Province, Prefecture, County or Township
// column kind: string -- 省, 地级市, 县 and so on
// column rank_basis: string? -- derived or override
// example: unit=div:370000:山东省, as_of=2018-12-25
MATCH (:Division {uid: $unit})
  ((upper WHERE upper.valid_from <= $as_of < upper.valid_to)
    <-[down:PART_OF WHERE down.valid_from <= $as_of < down.valid_to]-()){0,4}
  (unit:Division WHERE unit.valid_from <= $as_of < unit.valid_to)
WITH unit, last(down) AS tie ORDER BY tie.mode DESC, tie.key
WITH unit, head(collect(tie)) AS tie
OPTIONAL MATCH (unit)-[:SOURCED_FROM]->(source:Source)
RETURN unit.uid AS uid, endNode(tie).uid AS parent, tie.mode AS mode, unit.name AS name,
  unit.name_en AS name_en, unit.code AS code, unit.level AS level, unit.kind AS kind,
  unit.rank AS rank, unit.rank_basis AS rank_basis, min(source.uid) AS source
ORDER BY code
