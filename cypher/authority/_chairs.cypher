// title: Chairs
// question: Who chairs the group on the day, as holder of which posts?
// note: All posts that the holder has on the day count. The holder is the person
//   named with the seat while that person has the post, else the only one that a head's post has on the day
//   (deputies are several), else unknown: then the chairing post stands alone. A chair whose post is not
//   known (a name without a post) has known = false. A tenure whose start no source gives tells nobody's post on a
//   day, but for a group that is undated itself.
// param suppose_chair: map = {} -- a post put in the chair: title, and post (uid) with, where one is meant, its
//   person (uid), or unit (uid), mode, branch, rank, rank_basis; empty for the chair as documented
CALL (g, day) {
  CALL (g, day) {
    WITH g, day WHERE $suppose_chair.title IS NULL
    MATCH (post:Post)-[seat:CHAIRS]->(g)
    WHERE seat.valid_from <= day < seat.valid_to
    RETURN post, seat
    UNION
    WITH g, day WHERE $suppose_chair.post IS NOT NULL
    MATCH (post:Post {uid: $suppose_chair.post})
    RETURN post, null AS seat
  }
  OPTIONAL MATCH (incumbent:Person)-[tenure:HOLDS]->(post)
  WHERE tenure.valid_from <= day < tenure.valid_to
    AND (incumbent.uid = coalesce(seat.person, $suppose_chair.person)
      OR (post.mode IN ['HEAD', 'DEPT_HEAD'] AND tenure.from_precision <> 'unknown'))
  WITH g, day, post, seat, collect(DISTINCT incumbent) AS incumbents,
    min(tenure.last_evidence) AS shown
  WITH g, day, post, seat, coalesce(head([i IN incumbents
        WHERE i.uid = coalesce(seat.person, $suppose_chair.person)]),
      CASE WHEN size(incumbents) = 1 THEN incumbents[0] END) AS holder,
    coalesce(seat.last_evidence, shown) AS last_evidence
  CALL (g, day, post, holder) {
    RETURN post AS held
    UNION
    MATCH (holder)-[tenure:HOLDS]->(held:Post)
    WHERE tenure.valid_from <= day < tenure.valid_to
      AND (tenure.from_precision <> 'unknown' OR g.last_documented IS NULL)
    RETURN held
  }
  OPTIONAL MATCH (held)-[:IN]->(unit:Unit)
  WHERE unit.valid_from <= day < unit.valid_to
  WITH post, seat, holder, last_evidence, collect({
    post: held.uid, title: held.title, seat: held = post, mode: held.mode, branch: held.branch,
    rank: held.rank, rank_basis: held.rank_basis, rank_by_rule: held.rank_by_rule,
    unit: unit.uid, unit_name: unit.name, unit_rank: unit.rank, unit_rank_basis: unit.rank_basis,
    unit_rank_by_rule: unit.rank_by_rule
  }) AS posts
  ORDER BY post.uid, holder.uid
  RETURN collect({
    post: post.uid, title: post.title, person: holder.uid, name: holder.name,
    rotating: coalesce(seat.rotating, false), last_evidence: last_evidence,
    known: any(held IN posts WHERE held.seat AND held.unit IS NOT NULL),
    unplaced: NOT EXISTS { (post)-[:IN]->() }, posts: posts
  }) AS stated
}
CALL (day) {
  WITH day WHERE $suppose_chair.unit IS NOT NULL
  MATCH (unit:Unit {uid: $suppose_chair.unit})
  WHERE unit.valid_from <= day < unit.valid_to
  RETURN collect({
    post: null, title: $suppose_chair.title, person: null, name: null, rotating: false,
    last_evidence: null, known: true,
    posts: [{
      post: null, title: $suppose_chair.title, seat: true, mode: $suppose_chair.mode,
      branch: $suppose_chair.branch, rank: $suppose_chair.rank,
      rank_basis: $suppose_chair.rank_basis, rank_by_rule: null, unit: unit.uid,
      unit_name: unit.name, unit_rank: unit.rank, unit_rank_basis: unit.rank_basis,
      unit_rank_by_rule: unit.rank_by_rule
    }]
  }) AS supposed
}
WITH g, day, [chair IN stated + supposed WHERE chair.known] AS chairs,
  any(chair IN stated WHERE chair.unplaced) AS chair_post_unknown
