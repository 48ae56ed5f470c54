// title: Chairs
// zh: 组长
// question: Who chairs the group on the day, as holder of which posts?
// note: The holder is the person named with the seat while he holds the post (chairs/holders) and nobody else is shown in
//   the seat; where the source printed a head's post and no name, the one who holds it. Who is only last shown gives his
//   name and day (`last_shown`) and no rank; who has left leaves the post without a name (`status` nobody). All posts that the
//   holder holds on the day count. `leads` says whether the post commands its unit (`of`). A supposed chair takes
//   the place of all. A chair whose post is not known counts for none, and an undated group has no chair.
// takes: g, day
// gives: chairs, chair_post_unknown, chair_seen
// param suppose_chair: map = {} -- a post put in the chair: title, and post (uid) with, where one is meant, its
//   person (uid), or unit (uid), mode, branch, rank, rank_basis; empty for the chair as documented
//   -- 假设任组长的职务：title 名称，另加 post（uid），指其人的加 person（uid）；或加 unit（uid）、mode、branch、
//   rank、rank_basis；留空则依记载的组长
CALL (g, day) {
  CALL (g, day) {
    WITH g, day WHERE $suppose_chair.title IS NULL AND g.last_documented IS NOT NULL
    MATCH (post:Post)-[seat:CHAIRS]->(g)
    WHERE seat.valid_from <= day < seat.valid_to
    RETURN post, seat, null AS body
    UNION
    MATCH (post:Post {uid: $suppose_chair.post})
    RETURN post, null AS seat, null AS body
    UNION
    MATCH (body:Unit {uid: $suppose_chair.unit})
    WHERE body.valid_from <= day < body.valid_to
    RETURN null AS post, null AS seat, body
  }
  WITH post, seat, body, coalesce(seat.person, $suppose_chair.person) AS named
  OPTIONAL MATCH (incumbent:Person)-[tenure:HOLDS]->(post)
  WHERE tenure.held_from <= day < tenure.shown_to
    AND (incumbent.uid = named OR (named IS NULL AND post.mode IN ['HEAD', 'DEPT_HEAD']))
  WITH post, seat, body, named, incumbent, max(CASE
    WHEN day >= tenure.held_to THEN tenure.held_to - duration({days: 1})
    WHEN day >= seat.held_to THEN seat.last_evidence
    ELSE day END) AS shown
  WITH post, seat, body, named, collect(CASE WHEN incumbent IS NOT NULL THEN {who: incumbent, on: shown} END) AS incumbents
  WITH post, seat, body, named, [i IN incumbents WHERE i.on = day | i.who] AS holders,
    [i IN incumbents WHERE i.on < day] AS shown
  WITH post, seat, body, named, CASE WHEN size(holders) = 1 THEN holders[0] END AS holder,
    CASE WHEN size(holders) = 0 AND size(shown) = 1 THEN shown[0] END AS shown
  CALL (day, post, holder) {
    RETURN post AS held
    UNION
    MATCH (holder)-[tenure:HOLDS]->(held:Post)
    WHERE tenure.held_from <= day < tenure.held_to
    RETURN held
  }
  OPTIONAL MATCH (held)-[:IN]->(own:Unit)
  WHERE own.valid_from <= day < own.valid_to
  WITH post, seat, named, holder, shown, coalesce(held, $suppose_chair) AS held, coalesce(own, body) AS unit
  WITH post, seat, named, holder, shown, collect(held {
    .title, .mode, .branch, .rank, .rank_basis, .rank_by_rule, post: held.uid,
    seat: coalesce(held.uid = post.uid, true), unit: unit.uid, of: unit,
    leads: held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD'] AND unit IS NOT NULL
  }) AS posts
  ORDER BY post.uid, holder.uid
  RETURN collect({
    post: post.uid, title: coalesce(post.title, $suppose_chair.title), person: holder.uid, name: holder.name,
    status: CASE WHEN holder IS NOT NULL THEN 'held' WHEN shown IS NOT NULL THEN 'last_shown' ELSE 'nobody' END,
    last_shown: CASE WHEN shown IS NOT NULL THEN {person: shown.who.uid, name: shown.who.name, on: shown.on} END,
    kept: seat.person IS NOT NULL AND holder IS NULL AND shown IS NULL,
    rotating: coalesce(seat.rotating, false), last_evidence: seat.last_evidence,
    unplaced: post IS NOT NULL AND NOT EXISTS { (post)-[:IN]->() }, posts: posts
  }) AS stated, max(seat.last_evidence) AS last
}
WITH *, [chair IN stated WHERE any(held IN chair.posts WHERE held.seat AND held.unit IS NOT NULL)] AS chairs,
  any(chair IN stated WHERE chair.unplaced) AS chair_post_unknown,
  CASE WHEN last >= day THEN day ELSE last END AS chair_seen
