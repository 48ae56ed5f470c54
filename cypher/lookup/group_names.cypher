// title: Groups by name
// question: Which groups are in the graph, and when were they in force?
// tags: groups, lookup
// column uid: string -- uid
// column name: string -- name
// column name_en: string? -- name in English
// column kind: string? -- 领导小组, 协调小组, 联席会议 and so on
// column field: string? -- water, tourism, transport and so on
// column valid_from: date -- first day, 0001-01-01 if unknown
// column valid_to: date -- first day after the end, 9999-12-31 if open or unknown
// column from_edtf: string? -- start as the source gives it
// column to_edtf: string? -- end as the source gives it
// column last_documented: date? -- day of the latest dated evidence
MATCH (g:Group)
RETURN g.uid AS uid, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field,
  g.valid_from AS valid_from, g.valid_to AS valid_to, g.from_edtf AS from_edtf,
  g.to_edtf AS to_edtf, g.last_documented AS last_documented
ORDER BY uid
