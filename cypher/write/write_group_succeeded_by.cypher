// title: Write SUCCEEDED_BY of groups
// question: Are these ties in the graph: one body becomes another (协作小组 to 领导小组)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Group {uid: row.start})
MATCH (end:Group {uid: row.end})
MERGE (start)-[tie:SUCCEEDED_BY {key: row.key}]->(end)
SET tie = row.properties
