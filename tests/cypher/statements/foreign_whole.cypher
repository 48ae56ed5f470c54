// title: What somebody else has stored
// question: Which nodes and ties of somebody else are there, with all that they hold?
// column labels: list<string> -- labels, or the type of a tie
// column properties: map -- properties
// column ties: integer? -- how many ties the node has
MATCH (n)
WHERE n.owner = 'somebody'
RETURN COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels,
  properties(n) AS properties, COUNT { (n)--() } AS ties
UNION ALL
MATCH ()-[tie]->()
WHERE tie.owner = 'somebody'
RETURN [type(tie)] AS labels, properties(tie) AS properties, null AS ties
