// title: What changed between two days
// zh: 两日之间的变动 -- 某地区有哪些区划在前一日之后、至后一日为止设立、撤销或承接他者？
// question: Which divisions of a region began, ended or followed another after one day and up to another?
// tags: divisions, history
// note: A change counts on the day on which the old unit ends and the new one begins; one that is
//   known by year or month, on the first day of it. It belongs to a region if the old or the new unit lay below it, or was it, at that time; the region is taken by its
//   code. `creation` and `abolition`: no predecessor, no successor is recorded; `first_known`: the unit
//   was there by that day, and its beginning is not known.
//   -- 变动计在旧单位终止、新单位起始之日；只知年份或月份的，计在其首日。旧单位或新单位当时在该地区之内，或即为该地区的，变动属该地区；地区以代码为准。creation 与 abolition：
//   没有前身、没有后继的记载；first_known：至迟当日已有该单位，而起始不明。
// param start: date -- the first day, itself left out -- 起始之日，其本身不计
// param end: date -- the last day, itself counted -- 终止之日，其本身计入
// param region: uid<Division>? = null -- uid of the region; null for the whole country -- 地区的 uid；留空为全国
// column day: date -- the day that counts -- 据以计算的日期
// column on: string? -- the date as the source gives it (EDTF) -- 资料所载的日期（EDTF）
// column kind: string -- rename, recode, merge, split, transfer, upgrade, creation, abolition or
//   first_known
//   -- rename 更名、recode 换代码、merge 合并、split 拆分、transfer 改隶、upgrade 升格、creation 设立、
//   abolition 撤销或 first_known 始见
// column old_code: string? -- code before; null for a creation -- 变动前的代码；设立的为空
// column old_name: string? -- name before -- 变动前的名称
// column new_code: string? -- code after; null for an abolition -- 变动后的代码；撤销的为空
// column new_name: string? -- name after -- 变动后的名称
// column document: string? -- number of the act -- 文件的文号
// column old: string? -- uid before -- 变动前的 uid
// column new: string? -- uid after -- 变动后的 uid
// example: start=2018-12-25, end=2018-12-26, region=div:370000:山东省
OPTIONAL MATCH (region:Division {uid: $region})
WITH region.code AS area
CALL () {
  MATCH (old:Division)-[change:SUCCEEDED_BY]->(new:Division)
  WHERE $start < old.valid_to <= $end
  RETURN old, new, old.valid_to AS day, change.on AS on, change.kind AS kind,
    change.document AS document, change.source AS source
  UNION
  MATCH (new:Division)
  WHERE $start < new.valid_from <= $end AND NOT EXISTS { (new)<-[:SUCCEEDED_BY]-(:Division) }
  RETURN null AS old, new, new.valid_from AS day, new.from_edtf AS on,
    CASE new.from_precision WHEN 'by' THEN 'first_known' ELSE 'creation' END AS kind,
    null AS document, head(COLLECT { MATCH (new)-[:SOURCED_FROM]->(s:Source) RETURN s.uid }) AS source
  UNION
  MATCH (old:Division)
  WHERE $start < old.valid_to <= $end AND NOT EXISTS { (old)-[:SUCCEEDED_BY]->(:Division) }
  RETURN old, null AS new, old.valid_to AS day, old.to_edtf AS on, 'abolition' AS kind,
    null AS document, head(COLLECT { MATCH (old)-[:SOURCED_FROM]->(s:Source) RETURN s.uid }) AS source
}
WITH area, old, new, day, on, kind, document, source
WHERE $region IS NULL OR EXISTS {
  MATCH (old)
    (()-[up:PART_OF WHERE up.valid_from < day <= up.valid_to]->(:Division)){0,8}
    (:Division {code: area})
} OR EXISTS {
  MATCH (new)
    (()-[up:PART_OF WHERE up.valid_from <= day < up.valid_to]->(:Division)){0,8}
    (:Division {code: area})
}
RETURN day, on, kind, old.code AS old_code, old.name AS old_name, new.code AS new_code,
  new.name AS new_name, document, source, old.uid AS old, new.uid AS new
ORDER BY day, old_code, new_code, kind
