// title: Scope
// question: Over which members are gap, coverage and type computed?
// note: A group that has, or had by the day, two member governments at once is intergovernmental: its governments are
//   in scope; in any other group all members are. A member is lost if it sat to its own end; one that
//   left before had gone already. Who is host, and whether the chair is shared, is read on the day asked.
WITH *, size([m IN members WHERE m.division]) >= 2 OR EXISTS {
    MATCH (one:Division)-[m:MEMBER_OF]->(g)<-[n:MEMBER_OF]-(other:Division)
    WHERE one.uid < other.uid AND m.valid_from <= day AND n.valid_from <= day
      AND m.valid_from < n.valid_to AND n.valid_from < m.valid_to
      AND ('listed' IN m.basis OR (NOT one.uid IN hosts AND ('seat' IN m.basis OR several)))
      AND ('listed' IN n.basis OR (NOT other.uid IN hosts AND ('seat' IN n.basis OR several)))
  } AS intergovernmental
WITH *, CASE reading.scope
    WHEN 'auto' THEN CASE WHEN intergovernmental THEN 'governments' ELSE 'all' END
    ELSE reading.scope
  END AS scope
WITH *, [m IN members WHERE m.division OR scope = 'all'] AS scoped,
  EXISTS {
    MATCH (lost:Unit)-[m:MEMBER_OF]->(g)
    WHERE m.valid_from <= day AND m.valid_to = lost.valid_to AND lost.valid_to <= day
      AND (scope = 'all' OR lost:Division)
      AND ('listed' IN m.basis OR (('seat' IN m.basis OR (several AND lost:Division))
        AND NOT lost.uid IN hosts AND NOT (coalesce(lost.general_office, false) AND EXISTS {
          (lost)-[:DEPARTMENT_OF|LED_BY]->{1,4}(host:Division WHERE host.uid IN hosts)})))
  } AS member_lost
