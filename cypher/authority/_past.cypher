// title: Members of the past
// zh: 曾经的成员
// question: Had the group two member governments at once by the day, and which members have ceased to exist?
// note: `lost` says of each member lost whether it was a government. A member is lost if it sat to its own end; one
//   that left before had gone already. Who is host, and whether the chair is shared, is read on the day asked.
// takes: g, day, members, hosts, several
// gives: intergovernmental, lost
CALL (g, day, members, hosts, several) {
  RETURN size([m IN members WHERE m.division]) >= 2 OR EXISTS {
      MATCH (one:Division)-[m:MEMBER_OF]->(g)<-[n:MEMBER_OF]-(other:Division)
      WHERE one.uid < other.uid AND m.valid_from <= day AND n.valid_from <= day
        AND m.valid_from < n.valid_to AND n.valid_from < m.valid_to
        AND ('listed' IN m.basis OR (NOT one.uid IN hosts AND ('seat' IN m.basis OR several)))
        AND ('listed' IN n.basis OR (NOT other.uid IN hosts AND ('seat' IN n.basis OR several)))
    } AS intergovernmental, COLLECT {
      MATCH (unit:Unit)-[m:MEMBER_OF]->(g)
      WHERE m.valid_from <= day AND m.valid_to = unit.valid_to AND unit.valid_to <= day
        AND ('listed' IN m.basis OR (('seat' IN m.basis OR (several AND unit:Division))
          AND NOT unit.uid IN hosts AND NOT (coalesce(unit.general_office, false) AND EXISTS {
            (unit)-[:DEPARTMENT_OF|LED_BY]->{1,4}(host:Division WHERE host.uid IN hosts)})))
      RETURN unit:Division
    } AS lost
}
