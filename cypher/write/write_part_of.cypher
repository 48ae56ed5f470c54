// title: Write PART_OF
// question: Are these ties in the graph: the upper government leads the lower?
// access: write
// include: write/_alone
// param rows: list<map> -- start and end (uids), properties (map, with the key)
// param fresh: boolean = false -- none of them is in the graph: made without looking for them
// column written: integer (rows) -- how many of the rows are in the graph now
// example: rows=[]
UNWIND $rows AS row
MATCH (start:Unit {uid: row.start})
MATCH (end:Unit {uid: row.end})
FOREACH (_ IN CASE WHEN $fresh THEN [1] ELSE [] END |
  CREATE (start)-[tie:PART_OF]->(end) SET tie = row.properties)
FOREACH (_ IN CASE WHEN $fresh THEN [] ELSE [1] END |
  MERGE (start)-[tie:PART_OF {key: row.properties.key}]->(end) SET tie = row.properties)
RETURN count(*) AS written
