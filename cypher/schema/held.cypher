// title: What this graph holds
// question: How many nodes are in the graph, and how many of them did a loader write?
// tags: loading
// column nodes: integer -- nodes, the mark of the schema left out
// column loaded: integer -- those that belong to a dataset
MATCH (n)
WHERE NOT n:Schema
RETURN count(n) AS nodes, count(n.dataset) AS loaded
