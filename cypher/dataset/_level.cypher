// title: Level of the government that runs a group
// zh: 主管政府的层级
// question: At which level does the government stand that runs the group?
// takes: g
// gives: level
// note: `level` is that of the group's place; without one `between` where at least two governments other than the
//   centre sit and the centre does not, `inter_agency` where agencies of several governments do and no government, else
//   `centre`.
CALL (g) {
  OPTIONAL MATCH (place:Division {uid: g.place})
  WITH g, place.level AS run, COLLECT {
    MATCH (post:Post)-[:SITS_IN]->(g) MATCH (post)-[:IN]->(u:Division) RETURN u.level
  } + COLLECT { MATCH (u:Division)-[:MEMBER_OF]->(g) RETURN u.level } AS seated, COLLECT {
    MATCH (post:Post)-[:SITS_IN]->(g) MATCH (post)-[:IN]->(u:Division) RETURN u.uid
  } + COLLECT { MATCH (u:Division)-[:MEMBER_OF]->(g) RETURN u.uid } AS units
  RETURN CASE
    WHEN run IS NOT NULL THEN run
    WHEN 'Country' IN seated THEN 'centre'
    WHEN any(one IN units WHERE any(other IN units WHERE other <> one)) THEN 'between'
    WHEN size(units) = 0 AND size(COLLECT {
      MATCH (agency:Agency)-[:MEMBER_OF]->(g) WHERE size(split(agency.uid, ':')) = 3
      RETURN DISTINCT split(agency.uid, ':')[1]
    }) >= 2 THEN 'inter_agency'
    ELSE 'centre' END AS level
}
