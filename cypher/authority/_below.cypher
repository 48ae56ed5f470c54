// title: What the chair commands
// question: Which units does the chair head, and which lie below them?
// note: Read from above. `houses` are the governments whose official the chair is: they may be hosts.
// include: authority/_commanding, authority/_unlinked_units
UNWIND commanding AS same
WITH broken, vertical, $as_of AS day, same.units AS units, same.led AS led
CALL (day, units) {
  UNWIND units AS uid
  MATCH (:Unit {uid: uid})
    (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= day < down.valid_to]-()){1,12}
    (unit:Unit)
  RETURN collect(DISTINCT unit) AS below
}
WITH *, COLLECT { UNWIND units AS uid MATCH (top:Unit {uid: uid}) RETURN DISTINCT top } AS own
UNWIND led AS chair
WITH broken, vertical, day, own, below, chair.post AS post, chair.holder AS holder, [chair.leader] AS leaders,
  chair.leader.rank AS chair_rank, [c IN chair.leader.commands | c.branch] AS branches,
  chair.chaired AS chaired, COLLECT {
    UNWIND [held IN chair.posts WHERE held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD'] | held.unit] AS uid
    MATCH path = (:Unit {uid: uid})
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12} (house:Division)
    WHERE size([n IN nodes(path) WHERE n:Division]) = 1
    RETURN DISTINCT house
  } AS houses
UNWIND chaired AS found
WITH *, found.g AS g, found.founder.issuer AS issuer, found.founder.owners AS owners, found.founder.issuing AS issuing
