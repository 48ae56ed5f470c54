// title: Line coverage and gaps of the group
// question: What share of the members does the chair command, and which is the weakest link?
// note: Over members that are neither OWN nor OUTSIDE. Where a rank is missing gap_min is null and
//   gap_min_at_most tells the smallest that is known; median and largest are those of the known. Gaps are
//   ordinal steps: never a mean. lc is null where a link is unknown; lc_min and lc_max bound it.
WITH *, [m IN related WHERE NOT m.relation IN ['OWN', 'OUTSIDE']] AS left
CALL (left) {
  UNWIND left AS m
  WITH count(*) AS counted, count(m.gap) AS ranked, min(m.gap) AS low, max(m.gap) AS high,
    percentileDisc(m.gap, 0.5) AS middle
  RETURN CASE WHEN counted = ranked THEN low END AS gap_min,
    toInteger(middle) AS gap_median, high AS gap_max,
    CASE WHEN counted > ranked THEN low END AS gap_min_at_most
}
WITH *, size(related) AS n_members, size(left) AS n_left, size([m IN left WHERE m.relation = 'LINE']) AS n_line,
  size([m IN left WHERE m.relation = 'UNKNOWN']) AS n_unknown,
  size([m IN related WHERE m.relation = 'OWN']) AS n_own,
  size([m IN related WHERE m.relation = 'OUTSIDE']) AS n_outside,
  any(m IN related WHERE m.relation = 'LINE' AND m.crossed) AS cross_branch
WITH *, CASE WHEN n_left > 0 THEN toFloat(n_line) / n_left END AS lc_min,
  CASE WHEN n_left > 0 THEN toFloat(n_line + n_unknown) / n_left END AS lc_max
WITH *, CASE WHEN n_unknown = 0 THEN lc_min END AS lc
