// title: Things by uid
// zh: 按 uid 查事物 -- 这些单位、职务、人物、小组和文件叫什么，级别多少？
// question: What are these units, posts, persons, groups and documents called, and which rank have they?
// tags: lookup
// param uids: list<uid<Unit|Post|Person|Group|Document>> -- uids
// column what: string -- unit, post, person, group or document
// column name: string? -- name or title; null if no source gives it
// column code: string? -- of a division its code (GB/T 2260); else null
// column level: string? -- of a division Country, Province, Prefecture, County or Township; else null
// column kind: string? -- of a unit 省, 地级市 and so on, of a group 领导小组 and so on, of a post its mode
// column place: string? -- of a group uid of the government that runs it; null for the centre and for bodies of equals
// column field: string? -- of a group water, tourism, transport and so on; else null
// example: uids=["div:370000:山东省", "group:bth-air-lsg", "person:韩正"]
CALL () {
  MATCH (unit:Unit) WHERE unit.uid IN $uids
  RETURN unit AS thing, 'unit' AS what
  UNION ALL
  MATCH (post:Post) WHERE post.uid IN $uids
  RETURN post AS thing, 'post' AS what
  UNION ALL
  MATCH (person:Person) WHERE person.uid IN $uids
  RETURN person AS thing, 'person' AS what
  UNION ALL
  MATCH (g:Group) WHERE g.uid IN $uids
  RETURN g AS thing, 'group' AS what
  UNION ALL
  MATCH (document:Document) WHERE document.uid IN $uids
  RETURN document AS thing, 'document' AS what
}
RETURN thing.uid AS uid, what, coalesce(thing.name, thing.title) AS name, thing.name_en AS name_en,
  thing.code AS code, thing.level AS level, coalesce(thing.kind, thing.mode) AS kind, thing.rank AS rank,
  thing.rank_basis AS rank_basis, thing.from_edtf AS since, thing.to_edtf AS until, thing.place AS place,
  thing.field AS field,
  COLLECT { MATCH (thing)-[:SOURCED_FROM]->(s:Source) RETURN s.uid ORDER BY s.uid } AS sources
ORDER BY uid
