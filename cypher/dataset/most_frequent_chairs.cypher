// title: Who chairs most groups
// zh: 任组长最多的人 -- 哪些人任组长的有据可查的小组最多？
// question: Which persons chair the most documented groups?
// note: The data is not a sample: whom sources mention most stands first. A person may stand here under several ids (one for each body that
//   sources name beside the name), so a number is a least number. With a region the
//   groups in it count, each as it stood on its last documented day.
//   -- 数据并非样本：资料提及最多的人居前。一人在此可有数个 uid（资料在姓名旁所载的机构不同，即各有一个），故所列数目为最低数。指定地区的，只计该地区的小组，各以其最后记载日为准。
// shown: name, n_groups, n_as_head, groups
// tags: dataset, chairs, persons
// include: dataset/_all_groups, groups/_lies_in
// param least: integer = 2 -- fewest groups that a person must chair -- 其人至少须任组长的小组数
// column person: string -- uid of the person
// column n_groups: integer (groups) -- groups that the person chairs or chaired -- 其人现任或曾任组长的小组数
// column n_as_head: integer (groups) -- of these, groups chaired from a HEAD post (正职)
//   -- 其中以正职（HEAD）任组长的小组数
// column groups: list<string> -- names of the groups -- 各小组的名称
// example: least=1
WITH g WHERE lies
MATCH (post:Post)-[chair:CHAIRS]->(g)
WHERE chair.person IS NOT NULL
MATCH (person:Person {uid: chair.person})
WITH person, g, max(CASE WHEN post.mode = 'HEAD' THEN 1 ELSE 0 END) AS head
WITH person, count(g) AS n_groups, sum(head) AS n_as_head, collect(g.name) AS names
WHERE n_groups >= $least
RETURN person.uid AS person, person.name AS name, n_groups, n_as_head,
  COLLECT { UNWIND names AS one RETURN one ORDER BY one } AS groups
ORDER BY n_groups DESC, name, person
