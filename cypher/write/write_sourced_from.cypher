// title: Write SOURCED_FROM
// question: Are these ties in the graph: where a statement about a node was read (出处)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit|Post|Person|Group|Document {uid: row.start})
MATCH (end:Source {uid: row.end})
MERGE (start)-[tie:SOURCED_FROM {key: row.key}]->(end)
SET tie = row.properties
