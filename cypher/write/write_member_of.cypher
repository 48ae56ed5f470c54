// title: Write MEMBER_OF
// question: Are these ties in the graph: membership folded from listings and seats (成员单位)?
// access: write
// param rows: list<map> -- start and end (uids), key, properties (map)
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Group {uid: row.end})
MERGE (start)-[tie:MEMBER_OF {key: row.key}]->(end)
SET tie = row.properties
