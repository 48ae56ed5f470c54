// title: What came before and after a division
// zh: 区划的前身与后继 -- 一个区划由哪些区划而来，后来如何？
// question: Out of which divisions did a division come, and what became of it?
// note: A row for each change on the ways that lead to the division and from it, up to 12 changes each way. Every
//   code, name and status that a place had is a division of its own; the whole story of a place is place_history.
// tags: picture, divisions
// param unit: uid<Place> -- uid of a division
// param below: boolean = false -- what came before and after the divisions right below it, too
// column start: string -- uid of the division before the change
// column end: string -- uid of the division after it
// column kind: string -- SUCCEEDED_BY
// column label: string -- merge, split, rename, recode, upgrade or transfer, with its date (EDTF)
// example: unit=div:371200:莱芜市
CALL () {
  MATCH (asked:Division {uid: $unit})
  RETURN asked AS unit
  UNION
  MATCH (:Division {uid: $unit})<-[:PART_OF]-(unit:Division)
  WHERE $below
  RETURN unit
}
CALL (unit) {
  MATCH (unit)-[steps:SUCCEEDED_BY]->{1,12}(:Division)
  UNWIND steps AS step
  RETURN step
  UNION
  MATCH (unit)<-[steps:SUCCEEDED_BY]-{1,12}(:Division)
  UNWIND steps AS step
  RETURN step
}
WITH DISTINCT step
RETURN startNode(step).uid AS start, endNode(step).uid AS end, type(step) AS kind,
  step.kind + coalesce(' ' + step.on, '') AS label, step.source AS source
ORDER BY step.on, start, end
