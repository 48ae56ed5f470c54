// title: Authority and type of a group
// question: Who chairs the group, with what gap of rank and what command over its members, and of which type is it?
// tags: authority, type
// include: authority/_groups, authority/_chairs, authority/_seats, authority/_members, authority/_issuers,
//   authority/_reach, authority/_host, authority/_basis, authority/_readings, authority/_scope,
//   authority/_leadership, authority/_leaders, authority/_relation, authority/_sides,
//   authority/_coverage, authority/_superiors, authority/_origin, authority/_type, authority/_flags
// column group: string -- uid of the group
// column name: string -- its name
// column name_en: string? -- its name in English
// column as_of: date -- the day of the reading
// column basis: string -- person, seat or unit
// column scope: string -- governments or all: the members that count
// column chairs: list<map> -- the chairs: post, title, person, name, rank, units (uids)
// column leadership: string -- single, co_chairs, rotating, collective or unknown
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
// column lcs: list<string>? -- names of the lowest common superiors; null if a chain is broken
// column lcs_uids: list<string>? -- uids of the lowest common superiors
// column chair_distance: integer? (levels) -- depth of that superior less depth of the chair's unit
// column origin: string -- superior, members, third_party or unknown
// column type: string -- STRONG, WEAK, SELF_FORMING, UNKNOWN, VACANT, NOT_A_GROUP or UNCLASSIFIED
// column row: integer -- the row of the type table that decided (0 to 10)
// column possible: list<string>? -- types that what is unknown leaves open; null if not bounded
// column flags: list<string> -- what a reader must know
// column sensitive: list<map> -- other readings that change the type or a flag: reading, type, flags
// column type_in_paper: string? -- the type that Miao and Ju (2020) give it; null until someone supplies it
// column roster: string -- complete, partial or unknown
// column last_evidence: date? -- last day on which a source shows the chair, where its end is unknown
// column supposed: boolean -- whether a chair or a member is supposed, not documented
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
WITH g, day, [reading.name, type, flags] AS read, reading.name = 'asked' AS asked, {
    basis: reading.basis, scope: scope, leadership: leadership,
    chairs: [chair IN leaders WHERE chair.post IS NOT NULL OR size(chair.commands) > 0 | chair {.post, .title, .person, .name, .rank, .units}],
    last_evidence: reduce(latest = null, chair IN chairs | CASE
      WHEN latest IS NULL OR chair.last_evidence < latest THEN chair.last_evidence ELSE latest END),
    n_members: size(related), n_own: CASE WHEN led THEN n_own END,
    n_outside: CASE WHEN led THEN n_outside END,
    gap_min: gap_min, gap_median: gap_median, gap_max: gap_max, gap_min_at_most: gap_min_at_most,
    lc: lc, lc_min: lc_min, lc_max: lc_max,
    unbound: CASE WHEN led THEN n_left - n_line END,
    veto: CASE WHEN led THEN size([m IN left WHERE m.relation IN ['PEER', 'OUTRANKED']]) END,
    lcs: lcs, chair_distance: chair_distance, origin: origin,
    type: type, row: row, possible: possible, flags: flags
  } AS found
WITH g, day, head(collect(CASE WHEN asked THEN found END)) AS f, collect(read) AS readings
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, day AS as_of, f.basis AS basis,
  f.scope AS scope, f.chairs AS chairs, f.leadership AS leadership, f.n_members AS n_members,
  f.n_own AS n_own, f.n_outside AS n_outside, f.gap_min AS gap_min, f.gap_median AS gap_median,
  f.gap_max AS gap_max, f.gap_min_at_most AS gap_min_at_most, f.lc AS lc, f.lc_min AS lc_min,
  f.lc_max AS lc_max, f.unbound AS unbound, f.veto AS veto, CASE WHEN f.lcs IS NOT NULL THEN COLLECT {
    MATCH (superior:Unit) WHERE superior.uid IN f.lcs RETURN superior.name ORDER BY superior.uid
  } END AS lcs, f.lcs AS lcs_uids,
  f.chair_distance AS chair_distance, f.origin AS origin, f.type AS type, f.row AS row,
  f.possible AS possible, f.flags AS flags,
  [r IN readings WHERE r[1] <> f.type OR r[2] <> f.flags
    | {reading: r[0], type: r[1], flags: r[2]}] AS sensitive,
  g.type_in_paper AS type_in_paper, g.roster AS roster,
  CASE WHEN f.last_evidence < day THEN f.last_evidence END AS last_evidence,
  $suppose_chair.title IS NOT NULL OR any(uid IN $suppose_members WHERE uid <> '') AS supposed
ORDER BY group
