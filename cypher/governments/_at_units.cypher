// title: Groups of some units, whether they count or not
// zh: 若干单位的小组，不论计入与否
// question: In which groups do these units or their departments sit, and which do they run or found?
// gives: g, day
// note: Each group is read on D; without a day on its own last documented one (for an undated one see
//   authority_by_group).
// param units: list<uid<Unit>> -- uids; a place may have had several over time -- uid；一地历来可有数个
// param as_of: date? = null -- the day D; null for each group's last documented day
CALL () {
  UNWIND $units AS uid
  MATCH (unit:Unit {uid: uid})
  CALL (unit) {
    MATCH (unit)-[:MEMBER_OF]->(g:Group)
    RETURN g
    UNION
    MATCH (unit)<-[:IN]-(:Post)-[:SITS_IN]->(g:Group)
    RETURN g
    UNION
    MATCH (unit)<-[:DEPARTMENT_OF|LED_BY]-{1,2}(:Agency)<-[:IN]-(:Post)-[:SITS_IN]->(g:Group)
    RETURN g
    UNION
    MATCH (unit)<-[:DEPARTMENT_OF]-{1,2}(:Agency)-[:MEMBER_OF]->(g:Group)
    RETURN g
    UNION
    MATCH (g:Group {place: unit.uid})
    RETURN g
    UNION
    MATCH (unit)<-[:DEPARTMENT_OF|LED_BY]-{0,2}(:Unit)<-[:ISSUED_BY]-(:Document)<-[:ESTABLISHED_BY]-(g:Group)
    RETURN g
  }
  RETURN DISTINCT g
}
WITH g, coalesce($as_of, g.read_on, date()) AS day
WHERE g.valid_from <= day < g.valid_to
