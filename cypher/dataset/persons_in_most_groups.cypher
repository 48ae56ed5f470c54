// title: Who sits in most groups
// zh: 参加小组最多的人物 -- 哪些人以任何身份参加某地区的小组最多，是哪些小组？
// question: Which persons sit in most groups of a region, in any role, and in which?
// note: A row for each person and group, who sits in most groups first. Seats of any day count, of any role; a seat that names a post and
//   nobody counts for nobody. The data is not a sample: whom sources mention most stands first. A group is in the region if the region runs
//   it or a unit of it has a seat there, on the last documented day of the group, so persons of other regions who sit in it stand here too.
//   A seat whose source gives no unit (上海市 市长 has one, 召集人 alone has none) puts its group into no region.
//   -- 每一人物及其每一小组为一行，参加小组最多者在前。任何日期、任何角色的席位均计；只载职务而未载姓名的席位，不计给任何人。数据并非样本：资料提及最多的人居前。在小组的最后记载日，该地区为其主管政府，
//   或该地区的单位在其中有席位的，小组即属该地区，故在其中任职的其他地区的人也列于此。资料未载单位的席位（“上海市市长”有单位，单写“召集人”则没有），不使其小组归入任何地区。
// tags: picture, dataset, persons, region
// include: dataset/_all_groups, groups/_lies_in
// shown: name, n_groups, n_chair, group_name, roles, titles
// param least: integer = 2 -- fewest groups that a person must sit in -- 其人至少须参加的小组数
// column person: string -- uid of the person
// column n_groups: integer (groups) -- groups in which the person sits or sat -- 其人现在或曾在其中有席位的小组数
// column n_chair: integer (groups) -- of these, groups that the person chairs or chaired
//   -- 其中其人现任或曾任组长的小组数
// column roles: list<string> -- roles of the person in this group: chair, deputy_chair, member, observer, secretary, office_director
//   -- 其人在该组的角色：chair 组长、deputy_chair 副组长、member 成员、observer 列席、secretary 秘书长、
//   office_director 办公室主任
// column titles: list<string> -- titles of the posts by which the person sits in it -- 其人据以在该组有席位的职务名称
// column last_evidence: date? -- last day on which a source shows the person in it -- 有资料表明其人在该组的最后一日
// column source: string -- uid of the source of that day
// column start: string -- as a tie: uid of the person -- 作为关系：人物的 uid
// column end: string -- as a tie: uid of the group
// column kind: string -- as a tie: CHAIRS or SITS_IN -- 作为关系：CHAIRS 或 SITS_IN
// column label: string -- as a tie: the first of the roles -- 作为关系：各角色中的第一个
// column start_rank: integer? (1 to 10) -- as a tie: the highest rank of these posts -- 作为关系：这些职务的最高级别
// example: least=3
WITH g WHERE lies
MATCH (post:Post)-[seat:SITS_IN]->(g)
MATCH (person:Person {uid: seat.person})
WITH person, g, post, seat ORDER BY coalesce(seat.last_evidence, date('0001-01-01')) DESC, seat.source
WITH person, g, collect(seat.source)[0] AS source, collect(DISTINCT seat.role) AS found, collect(DISTINCT coalesce(seat.title, post.title)) AS titles,
  max(seat.last_evidence) AS last_evidence, max(post.rank) AS rank
WITH person, collect({
    g: g, source: source, titles: titles, last_evidence: last_evidence, rank: rank, roles: [role IN ['chair', 'deputy_chair', 'member',
      'observer', 'secretary', 'office_director'] WHERE role IN found]
  }) AS held
WHERE size(held) >= $least
WITH person, held, size(held) AS n_groups, size([one IN held WHERE 'chair' IN one.roles]) AS n_chair
UNWIND held AS one
RETURN person.uid AS person, person.name AS name, n_groups, n_chair, one.g.uid AS group, one.g.name AS group_name,
  one.roles AS roles, one.titles AS titles, one.last_evidence AS last_evidence, one.source AS source, person.uid AS start, one.g.uid AS end,
  CASE WHEN 'chair' IN one.roles THEN 'CHAIRS' ELSE 'SITS_IN' END AS kind, one.roles[0] AS label, one.rank AS start_rank
ORDER BY n_groups DESC, name, person, last_evidence, group
