// title: Write @things
// question: Are these @things in the graph, with these properties?
// access: write
// include: write/_alone
// note: A node that bears the uid and not our mark is somebody else's: it stays, its row is not written.
// param rows: list<map> -- properties (map, with the uid)
// param fresh: boolean = false -- none of them is in the graph: made without looking for them
// column written: integer (rows) -- how many of the rows are in the graph now
// example: rows=[]
UNWIND $rows AS row
WITH row
WHERE $fresh OR NOT EXISTS {
  MATCH (other:@label {uid: row.properties.uid})
  WHERE NOT coalesce(other.dataset STARTS WITH 'lsgraph:', false) }
FOREACH (_ IN CASE WHEN $fresh THEN [1] ELSE [] END |
  CREATE (@variable:@label) SET @variable = row.properties)
FOREACH (_ IN CASE WHEN $fresh THEN [] ELSE [1] END |
  MERGE (@variable:@label {uid: row.properties.uid}) SET @variable = row.properties)
RETURN count(*) AS written
