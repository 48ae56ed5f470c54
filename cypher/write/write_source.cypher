// title: Write sources
// question: Are these sources in the graph, with these properties?
// access: write
// param rows: list<map> -- uid, properties (map)
// example: rows=[]
UNWIND $rows AS row
MERGE (source:Source {uid: row.uid})
SET source = row.properties
