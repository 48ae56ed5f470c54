// title: Groups of a period
// zh: 某时期的小组 -- 某时期存续哪些小组，来源最后于其中哪一日提及？
// question: Which groups were in force in a period, and on which of its days does a source last show them?
// note: The period is half-open: from the first day up to, not including, the last. `day` is the last day of the
//   period on which the group is known: the last of the period where a source shows it later and it is not stale then, else the
//   last day in the period of which a source speaks. null: it is in force because no source gives its end, but no source
//   shows it in the period.
//   -- 时段左闭右开：含首日，不含末日。day 是该时段内有资料可据以认定该小组存在的最后一日：其后仍有资料述及、且时段末日并非久无记载的，为时段的最后一日，否则为时段内资料述及的最后一日。为空的，
//   因没有资料载明其终止而计为存续，但时段内并无资料表明其存在。
// tags: regions, period, groups
// include: regions/_of_period, groups/_life
// column day: date? -- last day of the period on which it is known; null where no source shows it in the period
//   -- 该时期内有记载的最后一日；资料均未述及的为空
// example: first=2013-01-01, until=2018-01-01
RETURN g.uid AS group, CASE
    WHEN life = 'documented' THEN day
    WHEN seen >= $first THEN seen
  END AS day, g.last_documented AS last_documented, g.valid_from AS valid_from, g.valid_to AS valid_to
ORDER BY group
