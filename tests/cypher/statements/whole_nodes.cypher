// title: Every node whole
// question: Which labels and properties has each node?
// column labels: list<string> -- labels in order
// column properties: map -- properties
MATCH (n)
WHERE NOT n:Schema
RETURN COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels,
  properties(n) AS properties
