// title: Groups of a region and a field, whether they count or not
// question: Which groups were in force on the day, in a region and a field, as far as ends are known?
// include: groups/_in_force, groups/_lies_in
// takes: g, day, lies
// gives: g, day
WITH * WHERE lies
WITH g, day
