// title: Groups in force in a period
// question: Which groups were in force in a period, and which is its last day?
// gives: g, day
// param first: date -- first day of the period
// param until: date -- first day after it
MATCH (g:Group)
WHERE g.valid_from < $until AND g.valid_to > $first
WITH g, $until - duration({days: 1}) AS day
