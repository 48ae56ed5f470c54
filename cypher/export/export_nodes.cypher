// title: Nodes to export
// zh: 导出的节点 -- 某标签有哪些节点，或某日存续哪些，各有何内容？
// question: Which nodes of a label are there, or in force on a day, with all that they hold?
// tags: export
// param label: string -- label under which the uid is unique: Unit, Post, Person, Group, Document, Source
//   -- 使 uid 唯一的标签：Unit 单位、Post 职务、Person 人物、Group 小组、Document 文件、Source 来源
// param as_of: date? = null -- a day: without what has a period that does not hold it -- 日期：不含有时段而当日无效的
// param uids: list<string>? = null -- only nodes with these uids -- 只取这些 uid 的节点
// column labels: list<string> -- labels -- 标签
// example: label=Group, as_of=2018-12-25
MATCH (n:$($label))
WHERE ($uids IS NULL OR n.uid IN $uids) AND ($as_of IS NULL OR
  ((n.valid_from IS NULL OR n.valid_from <= $as_of) AND (n.valid_to IS NULL OR $as_of < n.valid_to)))
WITH n ORDER BY n.uid
RETURN n.uid AS uid, labels(n) AS labels, properties(n) AS properties
