// title: Chairs
// question: Who chairs the group on the day, as holder of which posts?
// note: A chair whose post is not known (a name without a post) has known = false and is none.
// include: authority/_chair_seats, authority/_holder
WITH g, day, post, seat, holder, shown, posts ORDER BY post.uid, holder.uid
WITH g, day, collect(CASE WHEN post IS NOT NULL THEN {
  post: post.uid, title: post.title, person: holder.uid, name: holder.name,
  rotating: coalesce(seat.rotating, false), last_evidence: coalesce(seat.last_evidence, shown),
  known: any(held IN posts WHERE held.seat AND held.unit IS NOT NULL),
  unplaced: NOT EXISTS { (post)-[:IN]->() }, posts: posts
} END) AS stated
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
