// title: Groups in force in a period
// zh: 某段时期的存续小组
// question: Which groups were in force in a period, and which is its last day, at most today?
// gives: g, day
// param first: date -- first day of the period -- 时期的第一日
// param until: date -- first day after it -- 时期终止之日，即其后的第一日
MATCH (g:Group)
WHERE g.valid_from < $until AND g.valid_to > $first
WITH g, CASE WHEN $until > date() THEN date() ELSE $until - duration({days: 1}) END AS last
WITH g, CASE WHEN g.valid_to <= last THEN g.valid_to - duration({days: 1}) ELSE last END AS day
