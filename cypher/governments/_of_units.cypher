// title: Groups of some units
// question: Which of the groups of these units does a source show near enough to the day?
// include: governments/_at_units, groups/_life
// takes: life
// gives: life
// note: Where a day is asked, groups that are stale or undated on it stand in no count.
// param stale: boolean = false -- where a day is asked, groups that are stale or undated on it too
WITH * WHERE $stale OR $as_of IS NULL OR life IN ['documented', 'presumed']
