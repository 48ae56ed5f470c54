// title: Write CHAIRS
// question: Are these ties in the graph: the seat of the chair (组长)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Post {uid: row.start})
MATCH (end:Group {uid: row.end})
MERGE (start)-[tie:CHAIRS {key: row.key}]->(end)
SET tie = row.properties
