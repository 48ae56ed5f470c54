// title: Chairs in order
// question: Which chair comes first, and by which units does each own or command members?
// note: The highest in rank comes first, one without rank last. `units` are the unit of the seat and those others by
//   which the chair owns or commands a member.
// include: authority/_counted
WITH *, reduce(ordered = [], rank IN range(10, 0, -1) |
    ordered + [chair IN leaders WHERE coalesce(chair.rank, 0) = rank]) AS leaders
WITH *, [chair IN leaders | chair {.*,
    units: [held IN chair.counted WHERE held.seat | held.unit]
      + [c IN chair.commands WHERE NOT c.seat AND any(m IN scoped WHERE m.uid = c.unit
        OR any(unit IN reach WHERE unit.uid = m.uid AND c.unit IN unit.superiors)) | c.unit]
  }] AS leaders
