// title: Ties to export
// zh: 导出的关系 -- 某类型有哪些关系，或某日存续哪些，各有何内容？
// question: Which relationships of a type are there, or in force on a day, with all that they hold?
// tags: export
// note: On a day a tie needs both ends: a unit or group in force, a post whose body is.
//   -- 指定日期的，关系的两端均须存在：存续的单位或小组，或所在单位存续的职务。
// param type: string -- relationship type
// param starts: list<string> -- labels of which the node at the start has one -- 起点的节点须有其一的标签
// param as_of: date? = null -- a day -- 日期
// param uids: list<string>? = null -- uids of which the node at the start has one -- 起点的节点须有其一的 uid
// column start: string -- uid of the node at the start -- 起点节点的 uid
// column start_label: string -- label under which that uid is unique -- 使该 uid 唯一的标签
// column end: string -- uid of the node at the end -- 终点节点的 uid
// example: type=CHAIRS, starts=[Post], as_of=2018-12-25
MATCH (start)
WHERE $uids IS NULL OR start.uid IN $uids
WITH start, head([label IN labels(start) WHERE label IN $starts]) AS start_label
WHERE start_label IS NOT NULL
WITH start, start_label ORDER BY start.uid
// Sorted node by node: a million ties at once are more than a server's memory.
CALL (start) {
  MATCH (start)-[tie]->(end)
  WHERE type(tie) = $type AND ($as_of IS NULL OR (
    (tie.valid_from IS NULL OR tie.valid_from <= $as_of)
    AND (tie.valid_to IS NULL OR $as_of < tie.valid_to)
    AND all(n IN [start, end] WHERE
      (n.valid_from IS NULL OR n.valid_from <= $as_of) AND (n.valid_to IS NULL OR $as_of < n.valid_to)
      AND NOT EXISTS { (n)-[:IN]->(body)
        WHERE $as_of < body.valid_from OR body.valid_to <= $as_of })))
  WITH tie, end ORDER BY tie.key
  RETURN tie, end
}
RETURN start.uid AS start, start_label, end.uid AS end, properties(tie) AS properties
