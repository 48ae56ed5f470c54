// title: Write ESTABLISHED_BY
// question: Are these ties in the graph: the founding act?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Group {uid: row.start})
MATCH (end:Document {uid: row.end})
MERGE (start)-[tie:ESTABLISHED_BY {key: row.key}]->(end)
SET tie = row.properties
