// title: Whether a group counts on the day
// question: Does the group stand in counts, shares, regions and comparisons of the day?
// include: groups/_life
// takes: life
// gives: counts
// note: Groups that are stale or undated on the day stand in none.
// param stale: boolean = false -- where all groups are asked about on a day, those that are stale or undated too
WITH *, $stale OR life IN ['documented', 'presumed'] AS counts
