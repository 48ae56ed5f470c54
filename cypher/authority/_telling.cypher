// title: Readings that may tell something else
// zh: 可能改变结果的其他口径
// question: Which other readings can differ from the one asked for?
// note: A reading is left out where its input is that of the one asked for: the scope that holds anyway, no member
//   outside command, no branch of party or government, nobody who asked for the founding, no rank by override, a chair who holds one post only.
// takes: reading, chairs, terms, issuers, members, intergovernmental
// gives: reading
WITH * WHERE CASE
    WHEN reading.name IN ['asked', 'basis=unit', 'without_derived'] OR $basis = 'unit' THEN true
    WHEN reading.name IN ['basis=person', 'basis=seat'] THEN any(chair IN chairs WHERE any(held IN chair.posts
      WHERE NOT held.seat))
    WHEN reading.name STARTS WITH 'scope=' THEN $scope <> 'auto'
      OR intergovernmental <> (reading.scope = 'governments')
    WHEN reading.name = 'branches_apart' THEN any(m IN members WHERE m.branch IN ['party', 'government'])
    WHEN reading.name = 'outside_counted' THEN any(m IN members WHERE size(m.at.systems) > 0 OR m.branch IN
      ['congress', 'cppcc', 'court', 'procuratorate', 'military', 'mass_organisation'])
    WHEN reading.name = 'petitioners' THEN any(issuer IN issuers WHERE issuer.asked)
    ELSE any(term IN terms WHERE term IS NOT NULL) OR any(m IN members WHERE 'override' IN [m.rank_basis, m.of.rank_basis])
      OR any(chair IN chairs WHERE any(held IN chair.posts WHERE held.rank_basis = 'override'))
  END
