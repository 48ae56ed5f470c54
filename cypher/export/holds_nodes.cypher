// title: Does the graph hold anything
// question: Is there any node beside the mark of the schema?
// tags: export
// column holds: boolean -- true where there is one
RETURN EXISTS { MATCH (n) WHERE NOT n:Schema } AS holds
