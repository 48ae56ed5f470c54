// title: Units by uid
// zh: 按 uid 查单位 -- 这些单位叫什么，属何层级、何级别？
// question: What are these units called, and which level and rank have they?
// tags: lookup
// param units: list<uid<Unit>> -- uids
// column name_en: string? -- name in English; null for an agency
// column code: string? -- code (GB/T 2260); null for an agency
// example: units=["div:370100:济南市:2"]
MATCH (unit:Unit)
WHERE unit.uid IN $units
RETURN unit.uid AS uid, unit.name AS name, unit.name_en AS name_en, unit.code AS code,
  unit.level AS level, unit.kind AS kind, unit.rank AS rank, unit.rank_basis AS rank_basis,
  COLLECT { MATCH (unit)-[:SOURCED_FROM]->(s:Source) RETURN s.uid } AS sources
ORDER BY uid
