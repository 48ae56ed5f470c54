// title: Who could chair
// zh: 谁可任组长 -- 哪些现有职务统属小组的每个成员，由谁担任，级别是否高于每个成员？
// question: Which existing posts command every member of a group, who holds them, and do they outrank every member?
// note: A row for each post and holder, those who could first. Where could_chair is false the post commands and its
//   rank is too low. Posts of enough rank without command are not listed: they are all other high posts of the
//   country. How many were looked at and which constraint binds is answered by minimal_chair.
//   -- 每一职务及其任职者为一行，可任组长者在前。could_chair 为否的，其职务具统属效力而级别不够。级别足够而无统属的职务不列：全国其余的高级职务无不如此。共查看多少、哪一条件较难满足，
//   见 minimal_chair。
// tags: chairs, what-if
// include: authority/_groups, authority/_read_once, authority/_superiors, chairs/_needed, chairs/_could_chair
// column could_chair: boolean? -- commands all members and outranks each; null where a missing rank leaves it open
//   -- 是否统属全部成员且级别高于每个成员；因级别缺失而不能确定的为空
// column rank_needed: integer? (1 to 11) -- one more than the highest rank of a member; null while one is missing
//   -- 成员最高级别再高一级；有级别缺失的为空
// column mode: string -- HEAD, DEPUTY_HEAD or DEPT_HEAD -- HEAD 正职、DEPUTY_HEAD 副职或 DEPT_HEAD 部门正职
// column unit_name: string -- unit in which the post commands -- 该职务据以统属的单位
// column at_lcs: boolean -- whether that unit is a lowest common superior; false: it stands above one
//   -- 该单位是否为最低共同上级；否：居于其上
// column name: string? -- holder on the day; null if nobody is known to hold it then -- 当日的任职者；当日在任者不明的为空
// column is_chair: boolean -- whether the post chairs the group on the day -- 该职务当日是否任该组组长
// column last_evidence: date? -- last day on which a source shows the holder -- 有资料表明该任职者的最后一日
// column person: string? -- uid of the holder -- 任职者的 uid
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
UNWIND posts AS held
RETURN g.uid AS group, day AS as_of, held.could AS could_chair, needed AS rank_needed, held.title AS title,
  held.rank AS rank, held.rank_basis AS rank_basis, held.mode AS mode, held.unit_name AS unit_name,
  held.unit IN lcs AS at_lcs, held.name AS name, any(chair IN chairs WHERE chair.post = held.post) AS is_chair,
  held.last_evidence AS last_evidence, held.post AS post, held.unit AS unit, held.person AS person
ORDER BY group, coalesce(could_chair, false) DESC, rank, title, name
