// title: Divisions outside the tree
// question: Which divisions have not exactly one superior in force on a day, or no way up to the centre?
// param days: list<date> -- the days
// column day: date -- the day
// column code: string -- code of the division
// column superiors: integer -- superiors in force on the day
UNWIND $days AS day
MATCH (unit:Division)
WHERE unit.valid_from <= day < unit.valid_to
WITH day, unit, COUNT {
    MATCH (unit)-[tie:PART_OF]->(upper:Division)
    WHERE tie.valid_from <= day < tie.valid_to AND upper.valid_from <= day < upper.valid_to
  } AS superiors
WHERE superiors <> 1 OR NOT EXISTS {
  MATCH (unit)
    (()-[tie:PART_OF WHERE tie.valid_from <= day < tie.valid_to]->(:Division)){1,5}
    (:Country)
}
RETURN day, unit.code AS code, superiors
ORDER BY day, code
