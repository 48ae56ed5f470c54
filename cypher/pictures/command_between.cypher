// title: Chain of command between units
// zh: 单位之间的领导链 -- 从某些单位到另一些单位，统属经过哪些单位？
// question: Through which units does command run from some units down to others?
// tags: picture, structure
// param lower: list<uid<Unit>> -- uids of the units at the lower ends -- 下端各单位的 uid
// param upper: list<uid<Unit>> -- uids of the units at the upper ends -- 上端各单位的 uid
// param as_of: date -- the day
// column start: string -- uid of the upper unit of a step -- 这一步的上级单位的 uid
// column end: string -- uid of the lower unit of a step -- 这一步的下级单位的 uid
// column kind: string -- PART_OF, DEPARTMENT_OF or LED_BY
// column source: string? -- uid of the source of the step -- 这一步的来源的 uid
// example: lower=["div:370100:济南市:2"], upper=["div:100000:中华人民共和国"], as_of=2018-12-25
UNWIND $lower AS below
MATCH path = (:Unit {uid: below})
  ((unit:Unit WHERE unit.valid_from <= $as_of < unit.valid_to)
    -[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= $as_of < up.valid_to]->()){1,12}
  (top:Unit WHERE top.valid_from <= $as_of < top.valid_to)
WHERE top.uid IN $upper
UNWIND relationships(path) AS step
WITH DISTINCT step
RETURN endNode(step).uid AS start, startNode(step).uid AS end, type(step) AS kind,
  step.mode AS mode, step.source AS source
ORDER BY start, end
