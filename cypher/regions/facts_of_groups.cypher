// title: Facts of groups
// question: What are the groups called, of which kind and field are they, and on which documents do they rest?
// tags: regions, groups
// param groups: list<string>? = null -- uids of groups; null for every group
// column group: string -- uid of the group
// column name: string -- its name
// column name_en: string? -- its name in English
// column kind: string? -- 领导小组, 联席会议 and so on
// column field: string? -- water, tourism, transport and so on
// column documents: list<string> -- uids of the founding documents
// column instruments: list<integer> (0 to 3) -- kinds of the founding documents, 3 a law or regulation
// column in_paper: boolean? -- whether it is a case of Miao and Ju (2020)
// column dataset: string -- the file that it was loaded from
// example: groups=["group:jinan-laiwu"]
CALL () {
  WITH $groups AS asked WHERE asked IS NULL
  MATCH (g:Group)
  RETURN g
  UNION
  UNWIND coalesce($groups, []) AS uid
  MATCH (g:Group {uid: uid})
  RETURN g
}
OPTIONAL MATCH (g)-[:ESTABLISHED_BY]->(document:Document)
WITH g, document ORDER BY document.uid
WITH g, collect(document.uid) AS documents, collect(document.instrument) AS instruments
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field,
  documents AS documents, instruments AS instruments, g.in_paper AS in_paper, g.dataset AS dataset
ORDER BY group
