// title: Empty the graph
// question: Is a batch of nodes gone, with all their ties, but for the mark of the schema?
// access: write
// param size: integer -- nodes a transaction
// column gone: integer -- nodes that were deleted
// example: size=1000
MATCH (n)
WHERE NOT n:Schema
WITH n LIMIT $size
DETACH DELETE n
RETURN count(*) AS gone
