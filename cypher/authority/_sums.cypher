// title: Members of many groups
// question: How many members has each group in each relation to its chair, and by which gaps?
// note: The definitions of relation, scope, gap and coverage, read from above: a member is LINE where it lies below a
//   unit of the chair. Left out, as `odd`, is a group whose members or relations hang on what only
//   the reading from below tells: a possible host with a seat, two lines of command of which one is a vertical
//   system, a mass organisation under a party post; and one that had two governments once and has not now. For
//   these and whatever else is left out there is authority_by_group; tests hold the two readings together.
// include: authority/_basis, authority/_below
WITH *, CASE
    WHEN $scope <> 'auto' THEN $scope
    WHEN COUNT {
      MATCH (:Division)-[m:MEMBER_OF]->(g)
      WHERE m.valid_from <= day < m.valid_to AND (NOT m.derived OR 'seat' IN m.basis)
    } >= 2 THEN 'governments'
    WHEN COUNT { MATCH (:Division)-[m:MEMBER_OF]->(g) WHERE NOT m.derived OR 'seat' IN m.basis } < 2 THEN 'all'
  END AS scope
WHERE scope IS NOT NULL
CALL (day, g, scope, houses, issuing, chair_rank, branches, own, below, broken, vertical) {
  MATCH (u:Unit)-[m:MEMBER_OF]->(g)
  WHERE m.valid_from <= day < m.valid_to AND (scope = 'all' OR u:Division)
    AND (NOT m.derived OR 'seat' IN m.basis)
  WITH *, u.branch AS branch, chair_rank - m.rank AS gap, u IN below AS commanded
  WITH *, CASE
      WHEN u IN own THEN 'OWN'
      WHEN branch IN ['congress', 'cppcc', 'court', 'procuratorate', 'military', 'mass_organisation']
        OR (NOT commanded AND u IN vertical) THEN 'OUTSIDE'
      WHEN commanded THEN 'LINE'
      WHEN u IN broken THEN 'UNKNOWN'
      WHEN gap IS NULL THEN 'UNRANKED'
      WHEN gap > 0 THEN 'OUTRANK_ONLY'
      WHEN gap = 0 THEN 'PEER'
      ELSE 'OUTRANKED'
    END AS relation
  WITH *, CASE WHEN NOT relation IN ['OWN', 'OUTSIDE'] THEN gap END AS counted
  RETURN count(*) AS n_members,
    count(CASE relation WHEN 'OWN' THEN 1 END) AS n_own,
    count(CASE relation WHEN 'OUTSIDE' THEN 1 END) AS n_outside,
    count(CASE relation WHEN 'LINE' THEN 1 END) AS n_line,
    count(CASE relation WHEN 'UNKNOWN' THEN 1 END) AS n_unknown,
    count(CASE WHEN relation IN ['PEER', 'OUTRANKED'] THEN 1 END) AS veto,
    min(counted) AS low, max(counted) AS gap_max, count(counted) AS ranked,
    toInteger(percentileDisc(counted, 0.5)) AS gap_median,
    count(CASE WHEN branch IN ['party', 'government'] THEN CASE WHEN relation = 'LINE' AND all(b IN branches
      WHERE [b, branch] IN [['government', 'party'], ['party', 'government']]) THEN 1 END END) AS n_crossed,
    count(CASE
      WHEN m.derived THEN CASE
        WHEN u:Country OR u.general_office OR u.uid = g.place OR u IN houses OR u IN issuing THEN 1 END
      WHEN branch = 'mass_organisation' AND 'party' IN branches THEN 1
      WHEN commanded AND u IN vertical AND COUNT { (u)-[:PART_OF|DEPARTMENT_OF|LED_BY]->() } > 1 THEN 1
    END) AS odd
}
WITH *, n_members - n_own - n_outside AS n_left
WHERE n_members >= 2 AND odd = 0
WITH *, CASE WHEN ranked = n_left THEN low END AS gap_min,
  CASE WHEN ranked < n_left THEN low END AS gap_min_at_most,
  CASE WHEN n_left > 0 THEN toFloat(n_line) / n_left END AS lc_min,
  CASE WHEN n_left > 0 THEN toFloat(n_line + n_unknown) / n_left END AS lc_max
WITH *, CASE WHEN n_unknown = 0 THEN lc_min END AS lc
