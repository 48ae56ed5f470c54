// title: Command over the units at hand
// question: Which units stand above each candidate, each unit of a chair and each of their superiors?
// note: A unit commands what lies below it by PART_OF, DEPARTMENT_OF and LED_BY; GUIDED_BY carries no command.
//   `broken` says that a chain ends below the centre: then superiors are missing. `depth` counts steps
//   from the centre; `systems` are the agencies that lead a vertical office. Twelve steps are more than any real chain has.
CALL (day, seats, chairs, candidates, issuers) {
  UNWIND [c IN candidates | c.uid]
    + reduce(units = [], chair IN chairs | units + [held IN chair.posts | held.unit])
    + seats + [issuer IN issuers | issuer.uid] AS uid
  WITH DISTINCT day, uid WHERE uid IS NOT NULL
  MATCH (:Unit {uid: uid})
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
    (node:Unit)
  WITH DISTINCT day, node
  CALL (day, node) {
    MATCH (node)
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
      (above:Unit)
    WITH day, collect(DISTINCT above) AS chain,
      max(CASE WHEN above:Country THEN size(up) END) AS depth
    RETURN [top IN chain | top.uid] AS chain, depth,
      any(top IN chain WHERE NOT top:Country AND NOT EXISTS {
        MATCH (top)-[next:PART_OF|DEPARTMENT_OF|LED_BY]->()
        WHERE next.valid_from <= day < next.valid_to
      }) AS broken
  }
  CALL (day, node) {
    OPTIONAL MATCH (node)
      (()-[of:DEPARTMENT_OF|LED_BY WHERE of.valid_from <= day < of.valid_to]->()){0,4}
      (government:Division)
    RETURN government.uid AS government ORDER BY size(of) LIMIT 1
  }
  RETURN collect({
    uid: node.uid, name: node.name, centre: node:Country, depth: depth, broken: broken,
    government: government,
    general_office: coalesce(node.general_office, false),
    systems: COLLECT {
      MATCH (node)-[led:LED_BY]->(system:Agency)
      WHERE led.valid_from <= day < led.valid_to
      RETURN system.uid
    }, superiors: [uid IN chain WHERE uid <> node.uid]
  }) AS reach
}
