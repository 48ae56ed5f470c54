// title: Write PART_OF
// question: Are these ties in the graph: the upper government leads the lower?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:PART_OF {key: row.key}]->(end)
SET tie = row.properties
