// title: Write DIRECTS_OFFICE_OF
// question: Are these ties in the graph: the director of the group's office (办公室主任)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Post {uid: row.start})
MATCH (end:Group {uid: row.end})
MERGE (start)-[tie:DIRECTS_OFFICE_OF {key: row.key}]->(end)
SET tie = row.properties
