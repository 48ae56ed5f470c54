// title: Authority of many groups, for regions
// question: Which gap, coverage and type has each group with one chair, and which members tell its region?
// tags: regions, bulk
// note: The figures of readings_by_group as asked for, at one go, for the groups that types_of_groups answers for; the
//   others are absent.
// include: authority/_sums, authority/_origin_of_one, authority/_type, authority/_flags, regions/_facts
// column group: string -- uid of the group
// column as_of: date -- the day of the reading
// column reading: string -- asked
// column basis: string -- person, seat or unit
// column scope: string -- governments or all: the members that count
// column n_members: integer (members) -- members in scope
// column defined: boolean -- false where a chair owns or by law can not command every member: no gap, no coverage
// column gap_min: integer? (steps) -- smallest gap; null if a rank is missing or it is not defined
// column gap_min_at_most: integer? (steps) -- smallest known gap, where a rank is missing
// column lc: float? (0 to 1) -- line coverage; null if a link is unknown or it is not defined
// column lc_min: float? (0 to 1) -- line coverage if no unknown link is one of command
// column lc_max: float? (0 to 1) -- line coverage if every unknown link is
// column type: string -- STRONG, WEAK, SELF_FORMING, UNKNOWN or UNCLASSIFIED
// column possible: list<string>? -- types that what is unknown leaves open; null if not bounded
// column flags: list<string> -- what a reader must know
// column placed: list<string> -- uids of the members that decide the region: its governments, all where fewer than two
// column chairs: list<string> -- uid of the chair (the person; the post where its holder is not known)
// column name: string -- name of the group
// column name_en: string? -- its name in English
// column kind: string? -- 领导小组, 联席会议 and so on
// column field: string? -- water, tourism, transport and so on
// column documents: list<string> -- uids of the founding documents
// column instruments: list<integer> (0 to 3) -- kinds of the founding documents, 3 a law or regulation
// column in_paper: boolean? -- whether it is a case of Miao and Ju (2020)
// column dataset: string -- the file that it was loaded from
// example: as_of=2018-12-25
WITH *, [(u:Division)-[m:MEMBER_OF]->(g) WHERE m.valid_from <= day < m.valid_to
  AND (NOT m.derived OR 'seat' IN m.basis) | u.uid] AS governments
RETURN g.uid AS group, day AS as_of, 'asked' AS reading, $basis AS basis, scope, n_members,
  n_left > 0 AS defined, gap_min, gap_min_at_most, lc, lc_min, lc_max, type, possible, flags,
  CASE WHEN size(governments) >= 2 THEN governments ELSE [(u:Unit)-[m:MEMBER_OF]->(g)
    WHERE m.valid_from <= day < m.valid_to AND (NOT m.derived OR 'seat' IN m.basis) | u.uid] END AS placed,
  [coalesce(holder.uid, post.uid)] AS chairs,
  g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field, documents, instruments,
  g.in_paper AS in_paper, g.dataset AS dataset
