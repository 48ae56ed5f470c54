// title: Write persons
// question: Are these persons in the graph, with these properties?
// access: write
// param rows: list<map> -- uid, properties (map)
// example: rows=[]
UNWIND $rows AS row
MERGE (person:Person {uid: row.uid})
SET person = row.properties
