// title: Units by uid
// question: What are these units called, and which level and rank have they?
// tags: lookup
// param units: list<string> -- uids
// column uid: string -- uid
// column name: string -- name
// column name_en: string? -- name in English; null for an agency
// column code: string? -- code (GB/T 2260); null for an agency
// column level: string? -- Country, Province, Prefecture, County or Township; null for an agency
// column kind: string? -- 省, 地级市, 县 and so on
// column rank: integer? (1 to 10) -- rank of the unit
// column rank_basis: string? -- stated, derived or override
// column sources: list<string> -- uids of the sources
// example: units=["div:370100:济南市:2"]
MATCH (unit:Unit)
WHERE unit.uid IN $units
RETURN unit.uid AS uid, unit.name AS name, unit.name_en AS name_en, unit.code AS code,
  unit.level AS level, unit.kind AS kind, unit.rank AS rank, unit.rank_basis AS rank_basis,
  COLLECT { MATCH (unit)-[:SOURCED_FROM]->(s:Source) RETURN s.uid } AS sources
ORDER BY uid
