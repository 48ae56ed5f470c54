// title: Groups of a region and a field
// question: Which groups were in force on the day, in a region and a field?
// include: groups/_within, groups/_counted
// takes: counts
// gives: counts
WITH * WHERE counts
