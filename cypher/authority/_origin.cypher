// title: Origin
// question: Did a superior, the members themselves or a third party found the group?
// note: Without members in scope nobody can be told from a third party: unknown.
// takes: issuers, reach, scope, scoped
// gives: origin
CALL (issuers, reach, scope, scoped) {
  RETURN CASE
      WHEN size(issuers) = 0 OR size(scoped) = 0 THEN 'unknown'
      WHEN any(issuer IN issuers WHERE
        (any(m IN scoped WHERE m.division AND m.uid <> issuer.uid)
          AND all(m IN scoped WHERE NOT m.division OR m.uid = issuer.uid OR issuer.uid IN m.at.superiors))
        OR (scope = 'all' AND any(m IN scoped WHERE m.department)
          AND all(m IN scoped WHERE NOT m.department OR issuer.uid IN m.at.superiors)))
      THEN 'superior'
      WHEN all(issuer IN issuers WHERE any(m IN scoped WHERE m.uid = issuer.uid OR issuer.uid IN m.at.owners
        OR any(unit IN reach WHERE unit.uid = issuer.uid AND m.uid IN unit.owners)))
      THEN 'members'
      ELSE 'third_party'
    END AS origin
}
