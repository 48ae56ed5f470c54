// title: Write ISSUED_BY
// question: Are these ties in the graph: the issuer (发文机关)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Document {uid: row.start})
MATCH (end:Unit {uid: row.end})
MERGE (start)-[tie:ISSUED_BY {key: row.key}]->(end)
SET tie = row.properties
