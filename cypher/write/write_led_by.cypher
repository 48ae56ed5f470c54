// title: Write LED_BY
// question: Are these ties in the graph: vertical leadership (垂直领导)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:LED_BY {key: row.key}]->(end)
SET tie = row.properties
