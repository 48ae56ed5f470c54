// title: Part of some units in a group on the day
// zh: 若干单位当日在小组中的身份
// question: On the day, do the units sit in the group, do departments of theirs, and are they its host?
// takes: g, day, hosts
// gives: own, below, hosting
// note: A seat or listing in force on the day counts, of any role; departments are those by DEPARTMENT_OF, theirs too. What a page of the
//   government counts, and nothing else: a group that it founded or runs has no part here unless it sits in it or is its host.
CALL (g, day) {
  RETURN EXISTS {
      MATCH (unit:Unit)<-[:IN]-(:Post)-[seat:SITS_IN]->(g)
      WHERE unit.uid IN $units AND seat.valid_from <= day < seat.valid_to
    } OR EXISTS {
      MATCH (unit:Unit)-[m:MEMBER_OF]->(g)
      WHERE unit.uid IN $units AND 'listed' IN m.basis AND m.valid_from <= day < m.valid_to
    } AS own, COLLECT {
      CALL (g, day) {
        MATCH (low:Unit)<-[:IN]-(:Post)-[seat:SITS_IN]->(g)
        WHERE seat.valid_from <= day < seat.valid_to
        RETURN low
        UNION
        MATCH (low:Unit)-[m:MEMBER_OF]->(g)
        WHERE 'listed' IN m.basis AND m.valid_from <= day < m.valid_to
        RETURN low
      }
      MATCH (low) (()-[up:DEPARTMENT_OF WHERE up.valid_from <= day < up.valid_to]->()){1,2} (unit:Unit)
      WHERE unit.uid IN $units
      RETURN DISTINCT low.name ORDER BY low.name
    } AS below
}
WITH *, any(uid IN hosts WHERE uid IN $units) AS hosting
