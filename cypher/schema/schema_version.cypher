// title: Version of the schema in this graph
// question: Which version of lsgraph's schema has been applied here?
// column version: integer? -- version number
MATCH (schema:Schema {uid: 'lsgraph'})
RETURN schema.version AS version
