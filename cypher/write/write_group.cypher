// title: Write groups
// question: Are these groups in the graph, with these properties?
// access: write
// param rows: list<map> -- uid, properties (map)
// example: rows=[]
UNWIND $rows AS row
MERGE (group:Group {uid: row.uid})
SET group = row.properties
