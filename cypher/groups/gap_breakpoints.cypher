// title: Days on which a group's gap may change
// zh: 级差可能变动的日子 -- 在小组存续期间，构成级差的因素于哪些日子有变动？
// question: On which days of a group's life does something change that its gap is made of?
// note: Starts and ends of its seats and memberships, of the days on which all who ever held a chairing post held it and others, of the
//   units at hand, and of the ties of command above them. The first day is that of the founding, else the first on
//   which a source shows a seat, else the last documented one; a group that no source dates has no row. On most of
//   these days the gap stays as it is: what changes is found by asking on both sides of the day (lsgraph series).
//   -- 包括其席位和成员资格的起止，历任组长职务者各职务在任之日的起止，有关单位的起止，以及其上统属关系的起止。第一日为成立之日，否则为资料最早示有席位之日，再否则为最后记载日；资料均未载日期的小组没有行。
//   其中多数日期级差并无变动：有无变动，须比较该日前后（lsgraph series）。
// tags: groups, time, series
// param group: uid<Group> -- uid
// column day: date -- the day of the change: the first on which it is otherwise -- 变动之日，即情形不同的第一日
// column kinds: list<string> -- what starts or ends: group, seat, membership, tenure, unit, tie
//   -- 开始或终止的是什么：group 小组、seat 席位、membership 成员资格、tenure 任期、unit 单位、tie 关系
// column ended: list<string> -- uids of units with a listing or a seat that ceased to exist on that day
//   -- 当日撤销的、列名或有席位的单位的 uid
// column shown: boolean -- whether a source shows the group on that day or later
//   -- 是否有资料表明该组在当日或其后存在
// example: group=group:yrd-air-coop
MATCH (g:Group {uid: $group})
WHERE g.last_documented IS NOT NULL
CALL (g) {
  OPTIONAL MATCH (:Post)-[seat:SITS_IN]->(g)
  WHERE seat.from_precision <> 'unknown'
  RETURN min(seat.valid_from) AS first_seat
}
WITH g, CASE WHEN g.from_precision <> 'unknown' THEN g.valid_from
    WHEN first_seat < g.last_documented THEN first_seat ELSE g.last_documented END AS first
CALL (g, first) {
  RETURN 'group' AS kind, [first] AS days
  UNION ALL
  MATCH (:Post)-[seat:SITS_IN]->(g)
  RETURN 'seat' AS kind, [seat.valid_from, CASE seat.role WHEN 'chair' THEN seat.held_to END, seat.valid_to] AS days
  UNION ALL
  MATCH (:Unit)-[m:MEMBER_OF]->(g)
  RETURN 'membership' AS kind, [m.valid_from, m.valid_to] AS days
  UNION ALL
  MATCH (chairing:Post)-[:CHAIRS]->(g)
  MATCH (chairing)<-[:HOLDS]-(:Person)-[tenure:HOLDS]->(:Post)
  RETURN 'tenure' AS kind, [tenure.held_from, tenure.held_to] AS days
  UNION ALL
  MATCH (chairing:Post)-[:CHAIRS]->(g)
  MATCH (chairing)<-[tenure:HOLDS]-(:Person)
  RETURN 'tenure' AS kind, [tenure.held_from, tenure.held_to, tenure.shown_to] AS days
  UNION ALL
  CALL (g) {
    MATCH (unit:Unit)-[:MEMBER_OF]->(g)
    RETURN unit
    UNION
    MATCH (unit:Unit)<-[:IN]-(:Post)-[:SITS_IN]->(g)
    RETURN unit
    UNION
    MATCH (unit:Unit)<-[:IN]-(:Post)<-[:HOLDS]-(:Person)-[:HOLDS]->(:Post)-[:CHAIRS]->(g)
    RETURN unit
    UNION
    MATCH (unit:Unit)<-[:ISSUED_BY]-(:Document)<-[:ESTABLISHED_BY]-(g)
    RETURN unit
  }
  MATCH (unit) (()-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(above:Unit)){0,12} ()
  UNWIND [{kind: 'unit', days: [unit.valid_from, unit.valid_to]}]
    + [tie IN up | {kind: 'tie', days: [tie.valid_from, tie.valid_to]}]
    + [u IN above | {kind: 'unit', days: [u.valid_from, u.valid_to]}] AS change
  RETURN DISTINCT change.kind AS kind, change.days AS days
}
UNWIND days AS day
WITH g, first, kind, day
WHERE first <= day < g.valid_to AND day <= date()
WITH DISTINCT g, day, kind ORDER BY kind
WITH g, day, collect(kind) AS kinds
RETURN day AS day, kinds AS kinds, COLLECT {
    MATCH (unit:Unit {valid_to: day})-[:MEMBER_OF]->(g) RETURN DISTINCT unit.uid ORDER BY unit.uid
  } AS ended, day <= g.last_documented AS shown
ORDER BY day
