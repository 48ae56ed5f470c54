// title: What came before and after a division
// zh: 区划的前身与后继 -- 一个区划由哪些区划而来，后来如何？
// question: Out of which divisions did a division come, and what became of it?
// note: A row for each change on the ways that lead to the division and from it, up to 12 changes each way. Every
//   code, name and status that a place had is a division of its own; the whole story of a place is place_history.
//   -- 通向该区划以及由其通出的各路径上，每一次变动为一行，两个方向各至多 12 次。一地先后的每个代码、名称和建制各为一个区划；该地的全部沿革见 place_history。
// tags: picture, divisions
// param unit: uid<Place> -- uid of a division -- 区划的 uid
// param below: boolean = false -- what came before and after the divisions right below it, too
//   -- 是否也列出直接下辖的区划的前身与后继
// column start: string -- uid of the division before the change -- 变动前的区划的 uid
// column end: string -- uid of the division after it -- 变动后的区划的 uid
// column kind: string -- SUCCEEDED_BY -- SUCCEEDED_BY
// column label: string -- merge, split, rename, recode, upgrade or transfer, with its date (EDTF)
//   -- merge 合并、split 拆分、rename 更名、recode 换代码、upgrade 升格或 transfer 改隶，附日期（EDTF）
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
