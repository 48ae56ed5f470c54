// title: Columns that mean the same in every query
// question: What does a column mean whose query does not declare it?
// note: A query that returns one of these needs no line for it; it declares a column of this name where it means
//   something else there, or where its type differs.
// column group: string -- uid of the group
// column uid: string -- uid
// column name: string -- its name
// column name_en: string? -- its name in English
// column name_short: string -- name without its kind: 济南 of 济南市
// column pinyin: string -- name in pinyin
// column code: string -- code (GB/T 2260)
// column level: string? -- Country, Province, Prefecture, County or Township; null for an agency
// column kind: string? -- 省, 地级市, 县 and so on
// column field: string? -- water, tourism, transport and so on
// column rank: integer? (1 to 10) -- rank; null outside the ladder or unknown
// column rank_basis: string? -- stated, derived or override
// column as_of: date -- the day of the reading
// column valid_from: date -- first day, 0001-01-01 if unknown
// column valid_to: date -- first day after the end, 9999-12-31 if open or unknown
// column from_edtf: string? -- start as the source gives it; null if unknown
// column to_edtf: string? -- end as the source gives it; null if unknown
// column from_precision: string -- day, month, year, by (known since) or unknown
// column since: string? -- start (EDTF); null if unknown
// column until: string? -- end (EDTF); null if unknown
// column end_basis: string? -- stated, derived, open or unknown
// column last_documented: date? -- the latest day on which a source shows it; null if none is dated
// column seen: date? -- the last day, at most D, of which a source speaks; null if none is dated
// column status: string -- documented (seen within the window, and shown on D or later), presumed (seen within it), stale or undated
// column chair_seen: date? -- the last day, at most D, on which a source shows who sits in the chair; null if none is dated
// column last_evidence: date? -- last day on which a source shows the seat
// column group_last_documented: date? -- last day on which a source shows the group
// column group_until: date -- first day after the end of the group, 9999-12-31 if open or unknown
// column source: string? -- uid of the source
// column sources: list<string> -- uids of its sources
// column source_title: string? -- title of the source
// column licence: string? -- licence of the source
// column url: string? -- address, only of official sites and known publishers
// column read_at: string? -- address at which it was read, as data
// column confidence: string? -- high, medium or low
// column dataset: string -- the file that it was loaded from
// column in_paper: boolean? -- whether it is a case of Miao and Ju (2020)
// column roster: string -- complete, partial or unknown
// column documents: list<string> -- uids of the founding documents
// column instruments: list<integer> (0 to 3) -- kinds of the founding documents, 3 a law or regulation
// column unit: string -- uid of the unit
// column unit_name: string? -- name of the unit
// column upper: string -- uid of the superior
// column above: list<string> -- uids of all units above it on the day
// column mode: string? -- statutory or acting (代管)
// column broken: boolean -- whether no superior is known although the unit is not the centre
// column steps: list<map> -- the changes in order: old, old_code, old_name, new, new_code, new_name,
//   kind, on (EDTF), precision, document, source
// column group_name: string -- name of the group
// column post: string -- uid of the post
// column title: string? -- title of the post; null if no source gives it
// column person: string? -- uid of the person; null if not named
// column role: string -- chair, deputy_chair, member, observer, secretary or office_director
// column executive: boolean -- whether executive deputy (常务副组长)
// column rotating: boolean -- whether the chair rotates
// column chairs: list<string> -- uids of the chairs (persons; the post where its holder is not known)
// column chair_rank: integer? (1 to 10) -- rank of the chair under the basis
// column member: string -- uid of the member
// column member_name: string -- name of the member
// column basis: string -- person, seat or unit
// column scope: string -- governments or all: the members that count
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
// column lcs: list<string>? -- names of the lowest common superiors; null if a chain of superiors is broken
// column lcs_uids: list<string>? -- uids of the lowest common superiors
// column origin: string -- superior, members, third_party or unknown
// column type: string -- STRONG, WEAK, SELF_FORMING, UNKNOWN, VACANT, NOT_A_GROUP or UNCLASSIFIED
// column row: integer -- the row of the type table that decided (0 to 10)
// column possible: list<string>? -- types that what is unknown leaves open; null if not bounded
// column flags: list<string> -- what a reader must know
// column type_in_paper: string? -- the type that Miao and Ju (2020) give it; null until someone supplies it
// column supposed: boolean -- whether a chair or a member is supposed, not documented
// column one: string -- uid of the first group
// column one_name: string -- its name
// column other: string -- uid of the second group
// column other_name: string -- its name
// column n_one: integer (members) -- members of the first group
// column n_other: integer (members) -- members of the second group
// column n_shared: integer (members) -- members of both
// column shared_days: integer? (days) -- days on which both are documented, through D; null if not known or none
// column shown: boolean -- whether sources show both groups on D or later
// column n_groups: integer (groups) -- groups looked at
// column n_incomplete: integer (groups) -- of these, groups whose roster is not complete
// column label: string -- label under which the uid is unique
// column properties: map -- all properties
// column key: string -- what tells the tie from others of its type
// column digest: string -- fingerprint of its properties
// column id: string -- element id
