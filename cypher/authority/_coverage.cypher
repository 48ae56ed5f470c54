// title: Line coverage and gaps of the group
// zh: 小组的统属覆盖率与级差
// question: What share of the members does the chair command, and which is the weakest link?
// note: Over members that are neither OWN nor OUTSIDE. Where a rank is missing gap_min is null and
//   gap_min_at_most tells the smallest that is known; median and largest are those of the known. Gaps are
//   ordinal steps: never a mean. Without a chair nothing is counted but the members. lc is null where a link is
//   unknown; lc_min and lc_max bound it.
// takes: related, leaders
// gives: figures
CALL (related, leaders) {
  UNWIND related AS m
  WITH m, m.relation AS relation, CASE WHEN NOT m.relation IN ['OWN', 'OUTSIDE'] THEN 1 END AS other
  WITH count(*) AS n_members, count(other) AS n_left, count(other * m.gap) AS ranked, min(other * m.gap) AS low,
    max(other * m.gap) AS high, toInteger(percentileDisc(other * m.gap, 0.5)) AS middle,
    count(CASE relation WHEN 'OWN' THEN 1 END) AS n_own, count(CASE relation WHEN 'OUTSIDE' THEN 1 END) AS n_outside,
    count(CASE relation WHEN 'LINE' THEN 1 END) AS n_line, count(CASE relation WHEN 'UNKNOWN' THEN 1 END) AS n_unknown,
    count(CASE WHEN relation = 'LINE' AND m.kind = '特别行政区' THEN 1 END) AS n_sar,
    count(CASE WHEN relation IN ['PEER', 'OUTRANKED'] THEN 1 END) AS veto,
    count(CASE WHEN relation = 'LINE' AND m.crossed THEN 1 END) > 0 AS cross_branch
  WITH *, CASE WHEN size(leaders) > 0 THEN 1 END AS led
  RETURN {
    n_members: n_members, n_own: led * n_own, n_outside: led * n_outside, n_left: n_left, n_line: n_line,
    n_unknown: n_unknown, n_sar: n_sar, unbound: led * (n_left - n_line), veto: led * veto, cross_branch: cross_branch,
    gap_median: middle, gap_max: high,
    gap_min: CASE WHEN n_left = ranked THEN low END, gap_min_at_most: CASE WHEN n_left > ranked THEN low END,
    lc: CASE WHEN n_left > 0 AND n_unknown = 0 THEN toFloat(n_line) / n_left END,
    lc_min: CASE WHEN n_left > 0 THEN toFloat(n_line) / n_left END,
    lc_max: CASE WHEN n_left > 0 THEN toFloat(n_line + n_unknown) / n_left END
  } AS figures
}
