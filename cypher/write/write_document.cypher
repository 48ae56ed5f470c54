// title: Write documents
// question: Are these documents in the graph, with these properties?
// access: write
// param rows: list<map> -- uid, properties (map)
// example: rows=[]
UNWIND $rows AS row
MERGE (document:Document {uid: row.uid})
SET document = row.properties
