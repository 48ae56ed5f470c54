// title: Groups of a region and a field
// question: Which groups were in force on the day, in a region and a field?
// include: groups/_within, groups/_life
// takes: life
// gives: life
// note: Groups that are stale or undated stand in no count.
// param stale: boolean = false -- groups that are stale or undated on the day too
WITH * WHERE $stale OR life IN ['documented', 'presumed']
