// title: Types of groups
// question: Of which type is each group, with which gap and coverage? A line each, for statistics.
// tags: authority, type, bulk
// note: The figures of authority_by_group without the other readings, no list among them but `possible` and `flags`.
// include: authority/_groups, authority/_read_once, authority/_judged
// column group: string -- uid of the group
// column name: string -- its name
// column scope: string -- governments or all: the members that count
// column chair: string? -- uid of the chairing post; null where there is no chair or several
// column person: string? -- uid of its holder; null if not known
// column chair_rank: integer? (1 to 10) -- rank of the chair under the basis
// column n_members: integer (members) -- members in scope
// column n_own: integer? (members) -- of these, units that a chair heads; null without a chair
// column n_outside: integer? (members) -- of these, outside the chair's command by law
// column gap_min: integer? (steps) -- smallest gap: the weakest link; null if a rank is missing
// column gap_median: integer? (steps) -- lower median of the known gaps
// column gap_max: integer? (steps) -- largest known gap
// column gap_min_at_most: integer? (steps) -- smallest known gap, where a rank is missing
// column lc: float? (0 to 1) -- line coverage; null if nothing is left or a link is unknown
// column lc_min: float? (0 to 1) -- line coverage if no unknown link is one of command
// column lc_max: float? (0 to 1) -- line coverage if every unknown link is
// column unbound: integer? (members) -- members without LINE
// column veto: integer? (members) -- members of the chair's rank or above it, without LINE
// column origin: string -- superior, members, third_party or unknown
// column type: string -- STRONG, WEAK, SELF_FORMING, UNKNOWN, VACANT, NOT_A_GROUP or UNCLASSIFIED
// column row: integer -- the row of the type table that decided (0 to 10)
// column possible: list<string>? -- types that what is unknown leaves open; null if not bounded
// column flags: list<string> -- what a reader must know
// column type_in_paper: string? -- the type that Miao and Ju (2020) give it; null until someone supplies it
// column roster: string -- complete, partial or unknown
// example: as_of=2018-12-25
WITH *, [chair IN leaders WHERE chair.post IS NOT NULL OR size(chair.commands) > 0] AS found
WITH *, CASE size(found) WHEN 1 THEN found[0] END AS only
RETURN g.uid AS group, g.name AS name, scope, only.post AS chair, only.person AS person, only.rank AS chair_rank,
  figures.n_members AS n_members, figures.n_own AS n_own, figures.n_outside AS n_outside, figures.gap_min AS gap_min,
  figures.gap_median AS gap_median, figures.gap_max AS gap_max, figures.gap_min_at_most AS gap_min_at_most,
  figures.lc AS lc, figures.lc_min AS lc_min, figures.lc_max AS lc_max, figures.unbound AS unbound,
  figures.veto AS veto, origin, type, row, possible, flags, g.type_in_paper AS type_in_paper, g.roster AS roster
ORDER BY group
