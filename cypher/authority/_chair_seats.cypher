// title: Seats in the chair
// question: Which posts chair the group on the day, and whom does a source name with the seat?
// note: A row for each seat, and one with nothing for a group without. A supposed chair takes the place of all.
// param suppose_chair: map = {} -- a post put in the chair: title, and post (uid) with, where one is meant, its
//   person (uid), or unit (uid), mode, branch, rank, rank_basis; empty for the chair as documented
CALL (g, day) {
  WITH g, day WHERE $suppose_chair.title IS NULL
  OPTIONAL MATCH (post:Post)-[seat:CHAIRS]->(g)
  WHERE seat.valid_from <= day < seat.valid_to
  RETURN post, seat
  UNION
  WITH g, day WHERE $suppose_chair.title IS NOT NULL
  OPTIONAL MATCH (post:Post {uid: $suppose_chair.post})
  RETURN post, null AS seat
}
WITH g, day, post, seat, coalesce(seat.person, $suppose_chair.person) AS named,
  g.last_documented IS NULL AS undated
