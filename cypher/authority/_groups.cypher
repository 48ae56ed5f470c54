// title: Groups that count on the day
// question: Which of the groups asked about does a source show near enough to the day?
// include: authority/_named, groups/_life
// takes: life
// gives: life
// note: Where groups are named, or each is read on its own day, all are answered, with their status. Where all groups are asked
//   about on one day, those that are stale or undated stand in no count, share, region or comparison.
// param stale: boolean = false -- where all groups are asked about on a day, those that are stale or undated too
WITH * WHERE $stale OR $as_of IS NULL OR $groups IS NOT NULL OR life IN ['documented', 'presumed']
