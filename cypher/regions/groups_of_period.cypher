// title: Groups of a period
// question: Which groups were in force in a period, and on which of its days does a source last show them?
// note: The period is half-open: from the first day up to, not including, the last. `day` is the last day of the
//   period on which the group is known: its last documented one, or the last of the period where a source shows
//   it later. null: it is in force because no source gives its end, but no source shows it in the period.
// tags: regions, period, groups
// param first: date -- first day of the period
// param until: date -- first day after it
// column day: date? -- last day of the period on which it is known; null where no source shows it in the period
// example: first=2013-01-01, until=2018-01-01
MATCH (g:Group)
WHERE g.valid_from < $until AND g.valid_to > $first
RETURN g.uid AS group, CASE
    WHEN g.last_documented IS NULL OR g.last_documented < $first THEN null
    WHEN g.last_documented < $until THEN g.last_documented
    ELSE $until - duration({days: 1})
  END AS day, g.valid_from AS valid_from, g.valid_to AS valid_to
ORDER BY group
