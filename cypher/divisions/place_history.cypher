// title: A place through time
// question: Which units stood before and after a unit, and what changed each time?
// tags: divisions, history
// param unit: string -- uid of any unit of the place
// column uid: string -- uid
// column code: string -- code (GB/T 2260)
// column name: string -- name
// column kind: string -- 县, 县级市, 地级市 and so on
// column rank: integer? (1 to 10) -- rank
// column from_edtf: string? -- start as the source gives it
// column to_edtf: string? -- end as the source gives it
// column becomes: list<string> -- codes and names that follow, with the kind of change
// example: unit=div:371200:莱芜市
MATCH (:Unit {uid: $unit})-[:SUCCEEDED_BY]-{0,20}(unit:Division)
WITH DISTINCT unit
RETURN unit.uid AS uid, unit.code AS code, unit.name AS name, unit.kind AS kind,
  unit.rank AS rank, unit.from_edtf AS from_edtf, unit.to_edtf AS to_edtf,
  COLLECT {
    MATCH (unit)-[change:SUCCEEDED_BY]->(next:Unit)
    RETURN next.code + ' ' + next.name + ' (' + change.kind + ')' ORDER BY next.code
  } AS becomes
ORDER BY unit.valid_from, code
