// title: Write posts
// question: Are these posts in the graph, with these properties?
// access: write
// param rows: list<map> -- uid, properties (map)
// example: rows=[]
UNWIND $rows AS row
MERGE (post:Post {uid: row.uid})
SET post = row.properties
