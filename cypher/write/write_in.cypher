// title: Write IN
// question: Are these ties in the graph: the body of a post?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Post {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:IN {key: row.key}]->(end)
SET tie = row.properties
