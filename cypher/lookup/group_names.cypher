// title: Groups by name
// zh: 小组名录 -- 图谱中有哪些小组，何时存续？
// question: Which groups are in the graph, and when were they in force?
// tags: groups, lookup
// column read_on: date -- the day on which it is read where none is asked -- 未指定日期时判读所依的日期
// column kind: string? -- 领导小组, 协调小组, 联席会议 and so on
MATCH (g:Group)
RETURN g.uid AS uid, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field,
  g.valid_from AS valid_from, g.valid_to AS valid_to, g.from_edtf AS from_edtf,
  g.to_edtf AS to_edtf, g.last_documented AS last_documented,
  coalesce(g.read_on, date()) AS read_on
ORDER BY uid
