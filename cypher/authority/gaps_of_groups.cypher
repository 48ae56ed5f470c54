// title: Gaps and coverage of many groups
// question: Which gap of rank and which command over its members has the one chair of each group, at one go?
// tags: authority, bulk
// note: For graphs of a hundred thousand groups. It answers for the groups with one known chair whose members do not
//   hang on who is host; those that are absent are left to authority_by_group, which answers for every group.
// include: authority/_sums
// column group: string -- uid of the group
// column scope: string -- governments or all: the members that count
// column chair: string -- uid of the chairing post
// column person: string? -- uid of its holder; null if not known
// column chair_rank: integer? (1 to 10) -- rank of the chair under the basis
// column n_members: integer (members) -- members in scope
// column n_own: integer (members) -- of these, units that the chair heads
// column n_outside: integer (members) -- of these, outside the chair's command by law
// column gap_min: integer? (steps) -- smallest gap: the weakest link; null if a rank is missing
// column gap_median: integer? (steps) -- lower median of the known gaps
// column gap_max: integer? (steps) -- largest known gap
// column gap_min_at_most: integer? (steps) -- smallest known gap, where a rank is missing
// column lc: float? (0 to 1) -- line coverage; null if nothing is left or a link is unknown
// column lc_min: float? (0 to 1) -- line coverage if no unknown link is one of command
// column lc_max: float? (0 to 1) -- line coverage if every unknown link is
// column unbound: integer (members) -- members without LINE
// column veto: integer (members) -- members of the chair's rank or above it, without LINE
// example: as_of=2018-12-25
RETURN g.uid AS group, scope, post.uid AS chair, holder.uid AS person,
  chair_rank, n_members, n_own, n_outside, gap_min, gap_median, gap_max, gap_min_at_most, lc, lc_min, lc_max,
  n_left - n_line AS unbound, veto
ORDER BY group
