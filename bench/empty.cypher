// title: Empty the graph
// question: Is a batch of nodes gone, with all their ties, but for the mark of the schema?
// access: write
// param size: integer -- nodes a transaction
// param kept: list<string> = [] -- datasets whose nodes stay
// column gone: integer -- nodes that were deleted
// example: size=1000
MATCH (n)
WHERE NOT n:Schema AND NOT coalesce(n.dataset, '') IN $kept
WITH n LIMIT $size
DETACH DELETE n
RETURN count(*) AS gone
