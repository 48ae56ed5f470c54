// title: Write SUCCEEDED_BY of units
// question: Are these ties in the graph: merge, split, rename, recode, upgrade, transfer (沿革)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:SUCCEEDED_BY {key: row.key}]->(end)
SET tie = row.properties
