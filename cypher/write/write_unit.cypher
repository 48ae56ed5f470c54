// title: Write divisions and agencies
// question: Are these units in the graph, with these properties and labels?
// access: write
// include: write/_alone
// note: A node that bears the uid and not our mark is somebody else's: it stays, its row is not written.
// param rows: list<map> -- labels (list of texts), properties (map, with the uid)
// param fresh: boolean = false -- none of them is in the graph: made without looking for them
// column written: integer (rows) -- how many of the rows are in the graph now
// example: rows=[]
UNWIND $rows AS row
WITH row
WHERE $fresh OR NOT EXISTS {
  MATCH (other:Unit {uid: row.properties.uid})
  WHERE NOT coalesce(other.dataset STARTS WITH 'lsgraph:', false) }
FOREACH (_ IN CASE WHEN $fresh THEN [1] ELSE [] END |
  CREATE (unit:Unit) SET unit = row.properties SET unit:$(row.labels))
FOREACH (_ IN CASE WHEN $fresh THEN [] ELSE [1] END |
  MERGE (unit:Unit {uid: row.properties.uid}) SET unit = row.properties SET unit:$(row.labels))
RETURN count(*) AS written
