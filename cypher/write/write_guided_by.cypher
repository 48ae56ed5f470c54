// title: Write GUIDED_BY
// question: Are these ties in the graph: professional guidance (业务指导), no command?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:GUIDED_BY {key: row.key}]->(end)
SET tie = row.properties
