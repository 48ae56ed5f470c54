// title: Groups that count on the day
// zh: 当日计入的小组
// question: Which of the groups asked about does a source show near enough to the day?
// include: authority/_named, groups/_counted
// takes: counts
// gives: counts
// note: Where groups are named, or each is read on its own day, all are answered, with their status. Where all groups are asked
//   about on one day, those that do not count are left out.
WITH * WHERE counts OR $as_of IS NULL OR $groups IS NOT NULL
