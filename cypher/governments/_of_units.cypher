// title: Groups of some units
// zh: 若干单位的小组
// question: Which of the groups of these units does a source show near enough to the day?
// include: governments/_at_units, groups/_counted
// takes: counts
// gives: counts
WITH * WHERE counts OR $as_of IS NULL
