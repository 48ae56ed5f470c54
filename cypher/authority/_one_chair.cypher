// title: Groups with one chair
// question: Which posts chair groups on the day, each alone, and which groups?
// note: A row for each post and person named with it: what is true of the chair is worked out once for all its groups.
//   An undated group and one whose chair rotates or is shared is left out.
// param as_of: date -- the day
CALL () {
  MATCH (post:Post)-[seat:CHAIRS]->(g:Group)
  WHERE g.valid_from <= $as_of < g.valid_to AND seat.valid_from <= $as_of < seat.valid_to
    AND g.last_documented IS NOT NULL AND NOT coalesce(seat.rotating, false)
    AND NOT coalesce(g.leadership, '') IN ['rotating', 'co_chairs']
    AND COUNT {
      MATCH (:Post)-[other:CHAIRS]->(g) WHERE other.valid_from <= $as_of < other.valid_to
    } = 1
  RETURN post, seat.person AS named, collect(g) AS chaired
}
WITH *, $as_of AS day, false AS undated
