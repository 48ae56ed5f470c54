// title: Write HOLDS
// question: Are these ties in the graph: tenure (任期)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Person {uid: row.start})
MATCH (end:Post {uid: row.end})
MERGE (start)-[tie:HOLDS {key: row.key}]->(end)
SET tie = row.properties
