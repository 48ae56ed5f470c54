// title: The reading asked for among all
// zh: 所问口径的结果
// question: What does the reading asked for say, and which other ones change the type or a flag?
// takes: g, day, seen, life, chair_seen, reading, type, flags, scope, leadership, chairs, leaders, related, reach, figures, origin, row,
//   type_certainty, possible, rests_on, known_type
// gives: f, sensitive, related, leaders, reach, figures
WITH g, day, seen, life, chair_seen, collect({reading: reading.name, type: type, flags: flags}) AS readings,
  collect(CASE reading.name WHEN 'asked' THEN {
    basis: reading.basis, scope: scope, leadership: leadership, chairs: chairs, leaders: leaders, related: related,
    reach: reach, figures: figures, origin: origin, type: type, row: row, type_certainty: type_certainty,
    possible: possible, rests_on: rests_on, known_type: known_type, flags: flags
  } END)[0] AS f
WITH g, day, seen, life, chair_seen, f, [other IN readings WHERE other.type <> f.type OR other.flags <> f.flags] AS sensitive
WITH *, f.related AS related, f.leaders AS leaders, f.reach AS reach, f.figures AS figures
