// title: Level and place of a chair
// zh: 组长的层级与所在地
// question: Which division is the chairing post in, or leads its agency, on the day, and at which level is it?
// takes: post, day
// gives: chair_level, chair_place
CALL (post, day) {
  OPTIONAL MATCH (post)-[:IN]->(unit:Unit WHERE unit.valid_from <= day < unit.valid_to)
    (()-[up:DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,4}
    (home:Division)
  WITH home ORDER BY size(up), home.uid
  WITH head(collect(home)) AS home
  RETURN home.level AS chair_level, home.uid AS chair_place
}
