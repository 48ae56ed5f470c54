// title: Marks of the schema
// question: Which schema is noted in the graph?
// column properties: map -- properties of the mark
MATCH (n:Schema)
RETURN properties(n) AS properties
