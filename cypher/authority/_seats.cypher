// title: Seats
// zh: 席位
// question: In which units are the posts that have a seat in the group on the day, observers and offices too?
// note: `unplaced` counts seats of which it is not known that an official of a unit holds them: nobody's unit is
//   named, or a unit and no post. A unit that is not in force on the day has no seat. A supposed chair takes the
//   seat of the stated one. `presiders` are the units of those who presided over a session (主持), which is no chair.
// takes: g, day, chairs
// gives: unplaced, seats, presiders
CALL (g, day, chairs) {
  OPTIONAL MATCH (post:Post)-[seat:SITS_IN]->(g)
  WHERE seat.valid_from <= day < seat.valid_to
    AND ($suppose_chair.title IS NULL OR seat.role <> 'chair')
  OPTIONAL MATCH (post)-[:IN]->(unit:Unit)
  WHERE unit.valid_from <= day < unit.valid_to
  WITH chairs, collect(DISTINCT CASE WHEN post.unstated IS NULL THEN unit.uid END) AS units, count(CASE
    WHEN post IS NOT NULL AND NOT EXISTS { (post)-[:IN]->() } OR (post.unstated AND unit IS NOT NULL) THEN 1
  END) AS unplaced, collect(DISTINCT CASE WHEN seat.presided THEN unit.uid END) AS presiders
  RETURN unplaced, presiders, units + [chair IN chairs WHERE $suppose_chair.title IS NOT NULL
    | head([held IN chair.posts WHERE held.seat | held.unit])] AS seats
}
