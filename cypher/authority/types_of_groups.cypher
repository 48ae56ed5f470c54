// title: Types of many groups
// question: Of which type is each group with one chair, with which gap and coverage, at one go?
// tags: authority, type, bulk
// note: For graphs of a hundred thousand groups. It answers for the groups with one known chair whose members do not
//   hang on who is host; those that are absent are left to authority_by_group, which answers for every group.
//   In Python `graph.types.types` asks both.
// include: authority/_sums, authority/_origin_of_one, authority/_type, authority/_flags
// column group: string -- uid of the group
// column name: string -- its name
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
// column origin: string -- superior, members, third_party or unknown
// column type: string -- STRONG, WEAK, SELF_FORMING, UNKNOWN or UNCLASSIFIED
// column row: integer -- the row of the type table that decided (3 to 10)
// column possible: list<string>? -- types that what is unknown leaves open; null if not bounded
// column flags: list<string> -- what a reader must know
// column type_in_paper: string? -- the type that Miao and Ju (2020) give it; null until someone supplies it
// column roster: string -- complete, partial or unknown
// example: as_of=2018-12-25
RETURN g.uid AS group, g.name AS name, scope, post.uid AS chair, holder.uid AS person,
  chair_rank, n_members, n_own, n_outside, gap_min, gap_median, gap_max, gap_min_at_most, lc, lc_min, lc_max,
  n_left - n_line AS unbound, veto, origin,
  type, row, possible, flags, g.type_in_paper AS type_in_paper, g.roster AS roster
ORDER BY group
