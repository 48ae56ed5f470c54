// title: What was loaded last
// question: Of which files is the shipped data in this graph, if nothing else was loaded since?
// tags: loading
// column fingerprint: string? -- fingerprint of the shipped files; null after any other load
MATCH (schema:Schema {uid: 'lsgraph'})
RETURN schema.loaded AS fingerprint
