// title: Version of the schema in this graph
// zh: 图谱的模式版本 -- 此处应用了 lsgraph 模式的哪个版本？
// question: Which version of lsgraph's schema has been applied here?
// column version: integer? -- version number -- 版本号
MATCH (schema:Schema {uid: 'lsgraph'})
RETURN schema.version AS version
