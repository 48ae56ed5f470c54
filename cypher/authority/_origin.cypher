// title: Origin
// question: Did a superior, the members themselves or a third party found the group?
// note: Without members in scope nobody can be told from a third party: unknown.
WITH *, CASE
    WHEN size(issuers) = 0 OR size(related) = 0 THEN 'unknown'
    WHEN any(issuer IN issuers WHERE
      (any(m IN related WHERE m.division AND m.uid <> issuer.uid)
        AND all(m IN related WHERE NOT m.division OR m.uid = issuer.uid OR any(unit IN reach
          WHERE unit.uid = m.uid AND issuer.uid IN unit.superiors)))
      OR (scope = 'all' AND any(m IN related WHERE m.department)
        AND all(m IN related WHERE NOT m.department OR any(unit IN reach
          WHERE unit.uid = m.uid AND issuer.uid IN unit.superiors))))
    THEN 'superior'
    WHEN all(issuer IN issuers WHERE any(m IN related WHERE m.uid = issuer.uid
      OR m.uid IN issuer.owners
      OR any(unit IN reach WHERE unit.uid = m.uid AND issuer.uid IN unit.owners)))
    THEN 'members'
    ELSE 'third_party'
  END AS origin
