// title: Ties of command
// zh: 统属关系 -- 某日哪个单位以何种关系统属哪个单位？
// question: Which unit commands which on a day, by which kind of tie?
// tags: structure
// note: PART_OF, DEPARTMENT_OF and LED_BY carry command, acting (代管) and statutory alike; GUIDED_BY
//   (业务指导) does not. Two ties between the same two units are two rows.
//   -- PART_OF、DEPARTMENT_OF 和 LED_BY 具统属效力，代管与法定隶属相同；GUIDED_BY（业务指导）没有。同两个单位之间的两项关系为两行。
// param as_of: date -- the day
// param units: list<uid<Unit>>? = null -- only ties between units with these uids; null for all
//   -- 只计两端单位均属这些 uid 的关系；留空为全部
// column lower: string -- uid of the subordinate -- 下级的 uid
// column kind: string -- PART_OF, DEPARTMENT_OF or LED_BY
// column mode: string? -- statutory or acting (代管); null where the tie has none
//   -- statutory 法定或 acting 代管；关系无此区分的为空
// column source: string? -- uid of the source of the tie
// example: as_of=2018-12-25, units=["div:370000:山东省", "div:370100:济南市:2"]
CALL () {
  WITH $units AS asked WHERE asked IS NULL
  MATCH (unit:Unit)
  RETURN unit
  UNION
  UNWIND coalesce($units, []) AS uid
  MATCH (unit:Unit {uid: uid})
  RETURN unit
}
MATCH (unit)-[tie:PART_OF|DEPARTMENT_OF|LED_BY]->(upper:Unit)
WHERE tie.valid_from <= $as_of < tie.valid_to AND ($units IS NULL OR upper.uid IN $units)
  AND unit.valid_from <= $as_of < unit.valid_to AND upper.valid_from <= $as_of < upper.valid_to
RETURN upper.uid AS upper, unit.uid AS lower, type(tie) AS kind, tie.mode AS mode,
  tie.source AS source
ORDER BY upper, lower, kind, mode DESC, source
