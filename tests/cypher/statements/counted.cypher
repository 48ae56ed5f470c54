// title: What is in the graph
// question: How many nodes and ties are there, the mark of the schema apart?
// column nodes: integer -- nodes
// column ties: integer -- relationships
RETURN COUNT { MATCH (n) WHERE NOT n:Schema } AS nodes, COUNT { ()-->() } AS ties
