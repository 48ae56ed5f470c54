// title: Forget the version of the schema
// question: Is the graph as if lsgraph had never applied its schema?
// access: write
MATCH (schema:Schema)
DELETE schema
