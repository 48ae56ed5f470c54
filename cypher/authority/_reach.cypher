// title: Command over the units at hand
// zh: 对有关单位的统属
// question: Which units stand above each candidate, each unit of a chair, of a seat and of an issuer?
// note: A unit commands what lies below it by PART_OF, DEPARTMENT_OF and LED_BY; GUIDED_BY carries no command.
//   `chains` run from the unit to where command ends; one that ends below the centre is `broken`: there
//   superiors are missing. `owners` are the units that it is a department of, `systems` the agencies that lead a
//   vertical office, `systemic` these and what stands above them, `governments` the nearest divisions at or above
//   the unit, `homes` these with their ranks. Twelve steps are more than any real chain has.
// takes: day, seats, chairs, candidates, issuers
// gives: reach
CALL (day, seats, chairs, candidates, issuers) {
  UNWIND [c IN candidates | c.uid]
    + reduce(units = [], chair IN chairs | units + [held IN chair.posts | held.unit])
    + seats + reduce(units = [], issuer IN issuers | units + issuer.uid + issuer.signed) AS uid
  WITH DISTINCT day, uid
  MATCH (node:Unit {uid: uid})
  CALL (day, node) {
    MATCH path = (node)
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12}
      (top:Unit)
    WHERE NOT EXISTS {
      MATCH (top)-[next:PART_OF|DEPARTMENT_OF|LED_BY]->()
      WHERE next.valid_from <= day < next.valid_to
    }
    WITH [n IN nodes(path) | n.uid] AS line, top, type(head(up)) AS first,
      head([n IN nodes(path) WHERE n:Division | {uid: n.uid, rank: n.rank}]) AS government
    RETURN collect(line) AS chains, collect(CASE WHEN top:Country THEN top.uid END) AS tops,
      collect(CASE first WHEN 'LED_BY' THEN line[1] END) AS systems,
      collect(DISTINCT CASE first WHEN 'DEPARTMENT_OF' THEN line[1] END) AS owners,
      collect(DISTINCT government) AS homes
  }
  RETURN collect({
    uid: uid, chains: chains, systems: systems, homes: homes, governments: [home IN homes | home.uid], owners: owners, tops: tops,
    general_office: coalesce(node.general_office, false), broken: size(tops) < size(chains),
    superiors: reduce(above = [], chain IN chains
      | above + [u IN chain[1..] WHERE NOT u IN above]),
    systemic: reduce(above = [], chain IN chains
      | above + CASE WHEN chain[1] IN systems THEN chain[1..] ELSE [] END)
  }) AS reach
}
