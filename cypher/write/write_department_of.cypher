// title: Write DEPARTMENT_OF
// question: Are these ties in the graph: its own government leads the agency?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:DEPARTMENT_OF {key: row.key}]->(end)
SET tie = row.properties
