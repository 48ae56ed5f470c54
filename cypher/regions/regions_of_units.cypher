// title: Provinces of units
// question: In which province does each unit lie on a day, and is its chain of superiors whole?
// note: Every province that is the unit itself or stands above it by PART_OF, DEPARTMENT_OF or LED_BY.
// tags: regions, units
// param units: list<map> -- uid of the unit, and day
// column unit: string -- uid of the unit
// column day: date -- the day
// column provinces: list<string> -- uids of its provinces, in order
// column names: list<string> -- their names
// column level: string? -- Country, Province, Prefecture, County or Township; null for an agency
// column broken: boolean -- whether a chain of superiors ends below the centre
// example: units=[{"uid": "div:370100:济南市:2", "day": "2018-12-25"}]
UNWIND $units AS asked
WITH asked.uid AS uid, date(asked.day) AS day
MATCH (node:Unit {uid: uid})
CALL (node, day) {
  MATCH path = (node)
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
    (top:Unit)
  WHERE NOT EXISTS {
    MATCH (top)-[next:PART_OF|DEPARTMENT_OF|LED_BY]->()
    WHERE next.valid_from <= day < next.valid_to
  }
  RETURN collect([n IN nodes(path) WHERE n:Province]) AS lines, collect(top:Country) AS wholes
}
CALL (lines) {
  UNWIND lines AS line
  UNWIND line AS province
  WITH DISTINCT province ORDER BY province.uid
  RETURN collect(province.uid) AS provinces, collect(province.name) AS names
}
RETURN uid AS unit, day AS day, provinces AS provinces, names AS names, node.level AS level,
  any(whole IN wholes WHERE NOT whole) AS broken
ORDER BY unit, day
