// title: Groups of a region and a field, whether they count or not
// zh: 某一地区和领域的小组，不论计入与否
// question: Which groups were in force on the day, in a region and a field, as far as ends are known?
// include: groups/_in_force, groups/_lies_in
// takes: g, day, lies
// gives: g, day
WITH * WHERE lies
WITH g, day
