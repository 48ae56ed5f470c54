// title: What was loaded last
// zh: 最近载入的内容 -- 若此后未载入其他内容，图谱中的自带数据出自哪些文件？
// question: Of which files is the shipped data in this graph, if nothing else was loaded since?
// tags: loading
// column fingerprint: string? -- fingerprint of the shipped files; null after any other load
//   -- 自带文件的指纹；此后另有载入的为空
MATCH (schema:Schema {uid: 'lsgraph'})
RETURN schema.loaded AS fingerprint
