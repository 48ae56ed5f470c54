// title: Provinces of units
// zh: 单位所在省 -- 某日各单位在哪个省，其上级链是否完整？
// question: In which provinces do units lie on a day, and is their chain of superiors whole?
// note: Every province that is a unit itself or stands above it by PART_OF, DEPARTMENT_OF or LED_BY. A row for all
//   units of one place: a country has few places, and many units lie in each.
//   -- 单位自身即为省，或经 PART_OF、DEPARTMENT_OF、LED_BY 在其上的省，均列出。同一地方的全部单位合为一行：一国地方不多，而同在一地的单位甚多。
// tags: regions, units
// param days: list<map> -- day, and units: uids of the units asked for on that day
//   -- day 日期，units 当日所问单位的 uid
// param within: list<uid<Unit>> = [] -- uids of divisions: which of them a unit is or lies in is answered too
//   -- 区划的 uid：另答单位属于或位于其中哪些
// column day: date -- the day
// column provinces: list<string> -- uids of its provinces, in order -- 其所在各省的 uid，按次序
// column names: list<string> -- their names -- 其名称
// column broken: boolean -- whether a chain of superiors ends below the centre -- 是否有上级链条在中央以下中断
// column within: list<string> -- those of the divisions asked for that it is or lies in -- 所问区划中其属于或位于的
// column units: list<string> -- uids of the units that lie there -- 位于该处的单位的 uid
// example: days=[{"day": "2018-12-25", "units": ["div:370100:济南市:2"]}]
UNWIND $days AS asked
WITH date(asked.day) AS day, asked.units AS uids
UNWIND uids AS uid
MATCH (node:Unit {uid: uid})
CALL (node, day) {
  MATCH path = (node)
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
    (top:Unit)
  WHERE NOT EXISTS {
    MATCH (top)-[next:PART_OF|DEPARTMENT_OF|LED_BY]->()
    WHERE next.valid_from <= day < next.valid_to
  }
  RETURN collect([n IN nodes(path) WHERE n:Province]) AS lines, collect(top:Country) AS wholes,
    collect([n IN nodes(path) WHERE n.uid IN $within | n.uid]) AS found
}
CALL (lines) {
  UNWIND lines AS line
  UNWIND line AS province
  WITH DISTINCT province ORDER BY province.uid
  RETURN collect(province.uid) AS provinces, collect(province.name) AS names
}
CALL (found) {
  UNWIND found AS line
  UNWIND line AS upper
  WITH DISTINCT upper ORDER BY upper
  RETURN collect(upper) AS within
}
WITH day, provinces, names, node.level AS level, any(whole IN wholes WHERE NOT whole) AS broken, within, uid
  ORDER BY uid
RETURN day AS day, provinces AS provinces, names AS names, level AS level, broken AS broken,
  within AS within, collect(uid) AS units
ORDER BY day, provinces, level, broken, within
