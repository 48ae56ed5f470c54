// title: What the chair commands
// question: Which units does the chair head, and which lie below them?
// note: Read from above, once for all groups of the chair. `houses` are the governments whose official the chair is:
//   they may be hosts. A chair who commands several units by posts of different branches is left out.
WITH *, leaders[0].rank AS chair_rank, leaders[0].commands AS commands
WHERE all(c IN commands WHERE c.unit = commands[0].unit)
  OR all(c IN commands WHERE c.branch = commands[0].branch)
CALL (day, commands) {
  UNWIND commands AS c
  MATCH (top:Unit {uid: c.unit})
  MATCH (top)
    (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= day < down.valid_to]-()){0,12}
    (unit:Unit)
  WITH DISTINCT top, unit
  RETURN collect(DISTINCT top) AS own, collect(DISTINCT CASE WHEN top <> unit THEN unit END) AS below
}
WITH *, [c IN commands | c.branch] AS branches, COLLECT {
  UNWIND [held IN posts WHERE held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD'] | held.unit] AS led
  MATCH path = (:Unit {uid: led})
    (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12} (house:Division)
  WHERE size([n IN nodes(path) WHERE n:Division]) = 1
  RETURN DISTINCT house
} AS houses
