// title: Nodes to export
// zh: 导出的节点 -- 某标签有哪些节点，或某日存续哪些，各有何内容？
// question: Which nodes of a label are there, or in force on a day, with all that they hold?
// tags: export
// param label: string -- label under which the uid is unique: Unit, Post, Person, Group, Document, Source
// param as_of: date? = null -- a day: without what has a period that does not hold it
// column labels: list<string> -- labels
// example: label=Group, as_of=2018-12-25
MATCH (n:$($label))
WHERE $as_of IS NULL OR
  ((n.valid_from IS NULL OR n.valid_from <= $as_of) AND (n.valid_to IS NULL OR $as_of < n.valid_to))
WITH n ORDER BY n.uid
RETURN n.uid AS uid, labels(n) AS labels, properties(n) AS properties
