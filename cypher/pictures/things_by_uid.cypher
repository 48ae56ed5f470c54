// title: Things by uid
// zh: 按 uid 查事物 -- 这些单位、职务、人物、小组和文件叫什么，级别多少？
// question: What are these units, posts, persons, groups and documents called, and which rank have they?
// tags: lookup
// param uids: list<uid<Unit|Post|Person|Group|Document>> -- uids
// column what: string -- unit, post, person, group or document
//   -- unit 单位、post 职务、person 人物、group 小组或 document 文件
// column name: string? -- name or title; null if no source gives it -- 名称或标题；资料未载的为空
// column code: string? -- of a division its code (GB/T 2260); else null -- 区划的代码（GB/T 2260）；其他的为空
// column level: string? -- of a division Country, Province, Prefecture, County or Township; else null
//   -- 区划的层级：Country 中央、Province 省级、Prefecture 地级、County 县级或 Township 乡级；其他的为空
// column kind: string? -- of a unit 省, 地级市 and so on, of a group 领导小组 and so on, of a post its mode
//   -- 单位的建制（省、地级市等）、小组的种类（领导小组等）或职务的性质
// column place: string? -- of a group uid of the government that runs it; null for the centre and for bodies of equals
//   -- 主管该小组的政府的 uid；中央的和各方平等的为空
// column field: string? -- of a group water, tourism, transport and so on; else null
//   -- 小组的领域：water 水、tourism 旅游、transport 交通等；其他的为空
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
