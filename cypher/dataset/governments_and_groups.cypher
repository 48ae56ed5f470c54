// title: Governments in most groups, with the groups
// zh: 参加小组最多的政府及其小组 -- 哪些政府参加的有据可查的小组最多，是哪些小组？
// question: Which governments sit in most documented groups, and in which?
// note: A row for each government and group, the government of most groups first. Groups and governments are those of
//   governments_in_most_groups, which counts them: no sample.
//   -- 每一政府及其每一小组为一行，参加小组最多的政府在前。小组与政府同 governments_in_most_groups，后者给出其数目：并非样本。
// tags: picture, dataset, governments, region
// include: dataset/_all_groups, groups/_lies_in
// shown: name, level, n_groups, group_name, label, last_evidence
// param least: integer = 5 -- fewest groups that a government must sit in
// param level: string? = null -- Country, Province, Prefecture, County or Township; null for every level
// column unit: string -- uid of the government -- 政府的 uid
// column level: string -- its level
// column n_groups: integer (groups) -- groups it sits in
// column last_evidence: date? -- last day on which a source shows it in the group -- 有资料表明其在该组的最后一日
// column source: string -- uid of the source of that day
// column start: string -- as a tie: uid of the government -- 作为关系：政府的 uid
// column end: string -- as a tie: uid of the group
// column kind: string -- as a tie: MEMBER_OF -- 作为关系：MEMBER_OF
// column label: string -- as a tie: deputy_chair or member -- 作为关系：deputy_chair 副组长或 member 成员
// example: least=1
WITH g WHERE lies
MATCH (u:Division)-[m:MEMBER_OF]->(g)
WHERE $level IS NULL OR u.level = $level
WITH u, g, m ORDER BY coalesce(m.last_evidence, date('0001-01-01')) DESC, m.role, m.source
WITH u, g, collect(m)[0] AS m
WITH u, collect({g: g, m: m}) AS sits
WHERE size(sits) >= $least
UNWIND sits AS one
WITH u, size(sits) AS n_groups, one.g AS g, one.m AS m
RETURN u.uid AS unit, u.name AS name, u.level AS level, n_groups, g.uid AS group, g.name AS group_name,
  m.last_evidence AS last_evidence, m.source AS source, u.uid AS start, g.uid AS end, type(m) AS kind, m.role AS label
ORDER BY n_groups DESC, name, unit, last_evidence, group
