// title: Origin
// zh: 发起
// question: Did a superior, the members themselves or a third party found the group?
// note: Without members in scope nobody can be told from a third party: unknown. An issuer sits itself if it, a
//   department of it or its government is a member, in scope or not. Under the reading `petitioners` those who
//   asked for the founding count as its issuers.
// takes: reading, issuers, reach, members, scope, scoped
// gives: origin
CALL (reading, issuers, reach, members, scope, scoped) {
  WITH *, reading.name = 'petitioners' AND any(issuer IN issuers WHERE issuer.asked) AS asked
  WITH *, [issuer IN issuers WHERE issuer.asked = asked | issuer {.uid,
      sits: any(m IN members WHERE m.uid = issuer.uid OR issuer.uid IN m.at.owners
        OR any(unit IN reach WHERE unit.uid = issuer.uid AND m.uid IN unit.owners))}] AS founders,
    [m IN scoped WHERE m.division] AS governments, [m IN scoped WHERE m.department AND scope = 'all'] AS departments
  RETURN CASE
      WHEN size(founders) = 0 OR size(scoped) = 0 THEN 'unknown'
      WHEN any(issuer IN founders WHERE (any(m IN governments WHERE m.uid <> issuer.uid)
          AND all(m IN governments WHERE m.uid = issuer.uid OR issuer.uid IN m.at.superiors))
        OR (size(departments) > 0 AND all(m IN departments WHERE issuer.uid IN m.at.superiors)))
      THEN 'superior'
      WHEN all(issuer IN founders WHERE issuer.sits) THEN 'members'
      WHEN none(issuer IN founders WHERE issuer.sits) AND any(those IN [governments, departments] WHERE size(those) > 0
        AND all(m IN those WHERE any(issuer IN founders WHERE issuer.uid IN m.at.superiors)))
      THEN 'superior'
      ELSE 'third_party'
    END AS origin
}
