// title: Sources of the division data, counted
// zh: 区划数据来源计数 -- 区划数据有多少行依据每一来源，采用何种许可？
// question: How many rows of the division data rest on each source, and under which licence?
// tags: divisions, sources
// column source: string? -- uid of the source; null would be rows without one -- 来源的 uid；为空则表示没有来源的行
// column title: string? -- what the source is called
// column kind: string? -- dataset, official document, gazetteer or project
// column units: integer -- divisions -- 区划数
// column superiors: integer -- ties to a superior -- 与上级的关系数
// column successions: integer -- successions -- 承接关系数
CALL () {
  MATCH (unit:Division)
  OPTIONAL MATCH (unit)-[:SOURCED_FROM]->(source:Source)
  RETURN source, 'unit' AS what
  UNION ALL
  MATCH (:Division)-[tie:PART_OF]->(:Division)
  OPTIONAL MATCH (source:Source {uid: tie.source})
  RETURN source, 'superior' AS what
  UNION ALL
  MATCH (:Division)-[tie:SUCCEEDED_BY]->(:Division)
  OPTIONAL MATCH (source:Source {uid: tie.source})
  RETURN source, 'succession' AS what
}
RETURN source.uid AS source, source.title AS title, source.licence AS licence,
  source.kind AS kind, count(CASE what WHEN 'unit' THEN 1 END) AS units,
  count(CASE what WHEN 'superior' THEN 1 END) AS superiors,
  count(CASE what WHEN 'succession' THEN 1 END) AS successions
ORDER BY units + superiors + successions DESC, source
