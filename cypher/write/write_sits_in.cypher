// title: Write SITS_IN
// question: Are these ties in the graph: seats as documented?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Post {uid: row.start})
MATCH (end:Group {uid: row.end})
MERGE (start)-[tie:SITS_IN {key: row.key}]->(end)
SET tie = row.properties
