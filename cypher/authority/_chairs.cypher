// title: Chairs
// zh: 组长
// question: Who chairs the group on the day, as holder of which posts?
// note: The holder is the person named with the seat while that person has the post, else the only one that a head's
//   post has on the day (deputies are several), else unknown: then the chairing post stands alone. All posts that
//   the holder has on the day count; a tenure whose start no source gives counts only for a group that is undated
//   itself. `leads` says whether the post commands its unit (`of`). `shown` is the last evidence of the tenures that say
//   who holds the post. A supposed chair takes the place of all. A chair whose post is not known counts for none.
// takes: g, day
// gives: chairs, chair_post_unknown, chair_seen
// param suppose_chair: map = {} -- a post put in the chair: title, and post (uid) with, where one is meant, its
//   person (uid), or unit (uid), mode, branch, rank, rank_basis; empty for the chair as documented
//   -- 假设任组长的职务：title 名称，另加 post（uid），指其人的加 person（uid）；或加 unit（uid）、mode、branch、
//   rank、rank_basis；留空则依记载的组长
CALL (g, day) {
  CALL (g, day) {
    WITH g, day WHERE $suppose_chair.title IS NULL
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
  OPTIONAL MATCH (incumbent:Person)-[tenure:HOLDS]->(post)
  WHERE tenure.valid_from <= day < tenure.valid_to
    AND (incumbent.uid = coalesce(seat.person, $suppose_chair.person)
      OR (post.mode IN ['HEAD', 'DEPT_HEAD'] AND tenure.from_precision <> 'unknown'))
  WITH post, seat, body, collect(DISTINCT incumbent) AS incumbents, min(tenure.last_evidence) AS shown
  WITH post, seat, body, shown, coalesce(
    head([i IN incumbents WHERE i.uid = coalesce(seat.person, $suppose_chair.person)]),
    CASE WHEN size(incumbents) = 1 THEN incumbents[0] END) AS holder
  CALL (g, day, post, holder) {
    RETURN post AS held
    UNION
    MATCH (holder)-[tenure:HOLDS]->(held:Post)
    WHERE tenure.valid_from <= day < tenure.valid_to
      AND (tenure.from_precision <> 'unknown' OR g.last_documented IS NULL)
    RETURN held
  }
  OPTIONAL MATCH (held)-[:IN]->(own:Unit)
  WHERE own.valid_from <= day < own.valid_to
  WITH post, seat, holder, shown, coalesce(held, $suppose_chair) AS held, coalesce(own, body) AS unit
  WITH post, seat, holder, shown, collect(held {
    .title, .mode, .branch, .rank, .rank_basis, .rank_by_rule, post: held.uid,
    seat: coalesce(held.uid = post.uid, true), unit: unit.uid, of: unit,
    leads: held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD'] AND unit IS NOT NULL
  }) AS posts
  ORDER BY post.uid, holder.uid
  RETURN collect({
    post: post.uid, title: coalesce(post.title, $suppose_chair.title), person: holder.uid, name: holder.name,
    rotating: coalesce(seat.rotating, false), last_evidence: coalesce(seat.last_evidence, shown),
    unplaced: post IS NOT NULL AND NOT EXISTS { (post)-[:IN]->() }, posts: posts
  }) AS stated, max(coalesce(seat.last_evidence, shown)) AS last
}
WITH *, [chair IN stated WHERE any(held IN chair.posts WHERE held.seat AND held.unit IS NOT NULL)] AS chairs,
  any(chair IN stated WHERE chair.unplaced) AS chair_post_unknown,
  CASE WHEN last >= day THEN day ELSE last END AS chair_seen
