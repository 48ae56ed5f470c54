// title: Groups of a region and a field
// zh: 某一地区和领域的小组
// question: Which groups were in force on the day, in a region and a field?
// include: groups/_within, groups/_counted
// takes: counts
// gives: counts
WITH * WHERE counts
