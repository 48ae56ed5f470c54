// title: Write divisions and agencies
// question: Are these units in the graph, with these properties and labels?
// access: write
// param rows: list<map> -- uid, labels (list of texts), properties (map)
// example: rows=[]
UNWIND $rows AS row
MERGE (unit:Unit {uid: row.uid})
SET unit = row.properties
SET unit:$(row.labels)
