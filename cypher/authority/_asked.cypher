// title: The reading asked for among all
// question: What does the reading asked for say, and which other ones change the type or a flag?
WITH g, day, collect({
    reading: reading.name, basis: reading.basis, scope: scope, leadership: leadership, chairs: chairs,
    leaders: leaders, related: related, reach: reach, figures: figures, origin: origin, type: type, row: row,
    possible: possible, flags: flags
  }) AS readings
WITH g, day, readings[0] AS f, [r IN readings[1..] WHERE r.type <> readings[0].type OR r.flags <> readings[0].flags
    | r {.reading, .type, .flags}] AS sensitive
WITH *, f.related AS related, f.leaders AS leaders, f.reach AS reach, f.figures AS figures
