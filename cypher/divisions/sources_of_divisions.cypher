// title: Sources of the division data, row by row
// zh: 区划数据来源明细 -- 每个区划、上级和承接关系来自何处，采用何种许可？
// question: Where does each division, superior and succession come from, and under which licence?
// tags: divisions, sources
// note: A unit has a row for each of its sources; a tie and a succession have one, their main source.
//   -- 单位的每一来源为一行；隶属和承接各有一行，即其主要来源。
// param unit: uid<Place>? = null -- uid: only this unit, its superiors and its successors; null for all
//   -- uid：只查该单位、其上级与其承接者；留空为全部
// column what: string -- unit, superior or succession -- unit 单位、superior 上级或 succession 承接
// column row: string -- uid of the unit, or key of the relationship -- 单位的 uid，或关系的键
// column source: string? -- uid of the source; null would be a row without one -- 来源的 uid；为空则表示该行没有来源
// column title: string? -- what the source is called
// column kind: string? -- dataset, official document, gazetteer or project
// column url: string? -- address to send a reader to -- 供读者查阅的网址
// example: unit=div:371200:莱芜市
CALL () {
  MATCH (unit:Division)
  WHERE $unit IS NULL OR unit.uid = $unit
  OPTIONAL MATCH (unit)-[:SOURCED_FROM]->(source:Source)
  RETURN 'unit' AS what, unit.uid AS row, source
  UNION ALL
  MATCH (unit:Division)-[tie:PART_OF]->(:Division)
  WHERE $unit IS NULL OR unit.uid = $unit
  OPTIONAL MATCH (source:Source {uid: tie.source})
  RETURN 'superior' AS what, tie.key AS row, source
  UNION ALL
  MATCH (unit:Division)-[tie:SUCCEEDED_BY]->(:Division)
  WHERE $unit IS NULL OR unit.uid = $unit
  OPTIONAL MATCH (source:Source {uid: tie.source})
  RETURN 'succession' AS what, tie.key AS row, source
}
RETURN what, row, source.uid AS source, source.title AS title, source.licence AS licence,
  source.kind AS kind, source.url AS url, source.read_at AS read_at
ORDER BY what DESC, row, source
