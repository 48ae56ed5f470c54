// title: Whether a group lives on the day
// zh: 小组当日的存续状态
// question: When did a source last speak of the group by the day, and is it documented, presumed, stale or undated?
// takes: g, day
// gives: seen, life
// note: A source speaks of single days (`evidence`), or of every day of a span (`spoken`): the stated life of the group, a law
//   in force that names it, a text that tells that it went on. documented: seen within the window, and a source
//   speaks of the day or of a later one; presumed: seen within the window, and no later source is known; stale: last seen
//   before the window, until the next evidence; undated: no source dates it, or none by the day.
// param seen_within: integer (years) = 5 -- how long before the day a source must have spoken of a group that counts
//   -- 小组须在当日之前多少年内见于资料方予计入
WITH *, toString(day) AS iso
WITH *, CASE
    WHEN any(span IN coalesce(g.spoken, []) WHERE left(span, 10) <= iso
      AND (iso < substring(span, 11) OR substring(span, 11) = '..')) THEN day
    ELSE date(last([told IN coalesce(g.evidence, [toString(g.last_documented)]) WHERE told <= iso]))
  END AS seen
WITH *, CASE
    WHEN seen IS NULL THEN 'undated'
    WHEN seen < day - duration({years: $seen_within}) THEN 'stale'
    WHEN seen = day OR g.last_documented >= day THEN 'documented'
    ELSE 'presumed'
  END AS life
