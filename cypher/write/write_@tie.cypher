// title: Write @tie
// question: Are these ties in the graph: @meaning?
// access: write
// include: write/_alone
// param rows: list<map> -- start and end (uids), properties (map, with the key)
// param fresh: boolean = false -- none of them is in the graph: made without looking for them
// column written: integer (rows) -- how many of the rows are in the graph now
// example: rows=[]
UNWIND $rows AS row
MATCH (start:@start {uid: row.start})
WHERE start.dataset STARTS WITH 'lsgraph:'
MATCH (end:@end {uid: row.end})
WHERE end.dataset STARTS WITH 'lsgraph:'
FOREACH (_ IN CASE WHEN $fresh THEN [1] ELSE [] END |
  CREATE (start)-[tie:@type]->(end) SET tie = row.properties)
FOREACH (_ IN CASE WHEN $fresh THEN [] ELSE [1] END |
  MERGE (start)-[tie:@type {key: row.properties.key}]->(end) SET tie = row.properties)
RETURN count(*) AS written
