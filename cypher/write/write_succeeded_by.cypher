// title: Write SUCCEEDED_BY of units
// question: Are these ties in the graph: merge, split, rename, recode, upgrade, transfer (沿革)?
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
  CREATE (start)-[tie:SUCCEEDED_BY]->(end) SET tie = row.properties)
FOREACH (_ IN CASE WHEN $fresh THEN [] ELSE [1] END |
  MERGE (start)-[tie:SUCCEEDED_BY {key: row.properties.key}]->(end) SET tie = row.properties)
RETURN count(*) AS written
