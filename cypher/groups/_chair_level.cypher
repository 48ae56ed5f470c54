// title: Level of a chair
// question: At which level is the division that the chairing post is in, or that leads its agency, on the day?
// takes: post, day
// gives: chair_level
CALL (post, day) {
  OPTIONAL MATCH (post)-[:IN]->(unit:Unit WHERE unit.valid_from <= day < unit.valid_to)
    (()-[up:DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,4}
    (home:Division)
  WITH home ORDER BY size(up), home.uid
  RETURN head(collect(home.level)) AS chair_level
}
