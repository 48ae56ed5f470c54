// title: Types of groups
// question: Of which type is each group, with which gap and coverage? A line each, for statistics.
// tags: authority, type, bulk
// note: The figures of authority_by_group without the other readings, no list among them but `possible` and `flags`.
// include: authority/_groups, authority/_read_once, authority/_judged
// column chair: string? -- uid of the chairing post; null where there is no chair or several
// column person: string? -- uid of its holder; null if not known
// example: as_of=2018-12-25
WITH *, [chair IN leaders WHERE chair.post IS NOT NULL OR size(chair.commands) > 0] AS found
WITH *, CASE size(found) WHEN 1 THEN found[0] END AS only
RETURN g.uid AS group, g.name AS name, scope, only.post AS chair, only.person AS person, only.rank AS chair_rank,
  figures.n_members AS n_members, figures.n_own AS n_own, figures.n_outside AS n_outside, figures.gap_min AS gap_min,
  figures.gap_median AS gap_median, figures.gap_max AS gap_max, figures.gap_min_at_most AS gap_min_at_most,
  figures.lc AS lc, figures.lc_min AS lc_min, figures.lc_max AS lc_max, figures.unbound AS unbound,
  figures.veto AS veto, origin, type, row, possible, flags, g.type_in_paper AS type_in_paper, g.roster AS roster,
  g.last_documented AS last_documented, seen, life AS status, chair_seen
ORDER BY group
