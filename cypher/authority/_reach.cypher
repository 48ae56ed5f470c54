// title: Command over the units at hand
// question: Which units stand above each candidate, each unit of a chair, of a seat and of an issuer?
// note: A unit commands what lies below it by PART_OF, DEPARTMENT_OF and LED_BY; GUIDED_BY carries no command.
//   `chains` run from the unit to where command ends; one that ends below the centre is `broken`: there
//   superiors are missing. `systems` are the agencies that lead a vertical office, `owners` the units that it is
//   a department of, `governments` the nearest divisions at or above the unit. Twelve steps are more than any real chain has.
CALL (day, seats, chairs, candidates, issuers) {
  UNWIND [c IN candidates | c.uid]
    + reduce(units = [], chair IN chairs | units + [held IN chair.posts | held.unit])
    + seats + reduce(units = [], issuer IN issuers | units + issuer.uid + issuer.signed) AS uid
  WITH DISTINCT day, uid WHERE uid IS NOT NULL
  MATCH (node:Unit {uid: uid})
  CALL (day, node) {
    MATCH path = (node)
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
      (top:Unit)
    WHERE NOT EXISTS {
      MATCH (top)-[next:PART_OF|DEPARTMENT_OF|LED_BY]->()
      WHERE next.valid_from <= day < next.valid_to
    }
    WITH nodes(path) AS line, top:Country AS whole, head(up) AS first
    RETURN collect([n IN line | n.uid]) AS chains, collect(whole) AS wholes,
      [system IN collect(CASE WHEN type(first) = 'LED_BY' THEN line[1].uid END) | system] AS systems,
      collect(DISTINCT head([n IN line WHERE n:Division | n.uid])) AS governments,
      collect(DISTINCT CASE WHEN type(first) = 'DEPARTMENT_OF' THEN line[1].uid END) AS owners
  }
  RETURN collect({
    uid: uid, chains: chains, systems: systems, governments: governments, owners: owners,
    general_office: coalesce(node.general_office, false), broken: NOT all(w IN wholes WHERE w),
    superiors: reduce(above = [], chain IN chains
      | above + [u IN chain[1..] WHERE NOT u IN above]),
    tops: [i IN range(0, size(chains) - 1) WHERE wholes[i] | last(chains[i])]
  }) AS reach
}
