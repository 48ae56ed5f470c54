// title: Gaps of rank, counted
// question: How is the smallest gap between chair and members distributed over the documented groups, by type?
// note: No sample. Steps are ordinal: count them, never take a mean. gap_min null: a rank is missing, or no gap is
//   defined; such groups are counted, not dropped.
// tags: dataset, gap
// include: authority/_groups, authority/_chairs, authority/_seats, authority/_members, authority/_issuers,
//   authority/_reach, authority/_host, authority/_basis, authority/_readings, authority/_scope,
//   authority/_leadership, authority/_leaders, authority/_relation, authority/_sides,
//   authority/_coverage, authority/_superiors, authority/_origin, authority/_type, authority/_flags
// column type: string -- type of the groups
// column gap_min: integer? (steps) -- smallest gap: the weakest link; null if not known or not defined
// column n_groups: integer (groups) -- groups of the type with this gap
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
WITH type, gap_min, reading WHERE reading.name = 'asked'
RETURN type, gap_min, count(*) AS n_groups
ORDER BY type, gap_min
