// title: Governments in most groups
// zh: 参加小组最多的政府 -- 哪些政府参加的有据可查的小组最多？
// question: Which governments sit in the most documented groups?
// note: No sample. Counted are memberships of any day, listed or by a seat; who is host of a group and so no member on a day
//   is decided by the authority of a group, not here. A successor of a division is another unit. With a
//   region the groups in it count, each as it stood on its last documented day, and all governments that sit in them.
//   -- 并非样本。所计为任何日期的成员资格，直接列名或由席位而来；某日谁为东道政府、因而不是成员，由小组的权威判定，此处不论。承接一个区划的区划是另一单位。指定地区的，只计该地区的小组，
//   各以其最后记载日为准，并计在其中任职的全部政府。
// tags: dataset, governments
// include: dataset/_all_groups, groups/_lies_in
// param least: integer = 5 -- fewest groups that a government must sit in
// param level: string? = null -- Country, Province, Prefecture, County or Township; null for every level
// column level: string -- its level
// column n_groups: integer (groups) -- groups it sits in
// column n_listed: integer (groups) -- of these, groups whose source lists the government itself
//   -- 其中资料列出政府本身的小组数
// column n_fields: integer (fields) -- fields of these groups -- 这些小组的领域数
// example: least=1
WITH g WHERE lies
MATCH (u:Division)-[m:MEMBER_OF]->(g)
WHERE $level IS NULL OR u.level = $level
WITH u, g, max(CASE WHEN 'listed' IN m.basis THEN 1 ELSE 0 END) AS listed
WITH u, count(g) AS n_groups, sum(listed) AS n_listed, count(DISTINCT g.field) AS n_fields
WHERE n_groups >= $least
RETURN u.uid AS unit, u.name AS name, u.level AS level, n_groups, n_listed, n_fields
ORDER BY n_groups DESC, name, unit
