// title: Posts that command all members
// zh: 统属全部成员的职务
// question: Which existing posts command every member, and which of them have the rank that is needed?
// takes: g, day, above, needed, at_least
// gives: posts
// note: `could` is null where a rank is missing that would decide. The rank is the post's own. Holders are the persons
//   who hold the post on the day (chairs/holders); who is only last shown is none.
CALL (g, day, above, needed, at_least) {
  UNWIND above AS uid
  MATCH (unit:Unit {uid: uid})<-[:IN]-(post:Post)
  WHERE unit.valid_from <= day < unit.valid_to AND post.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD']
  OPTIONAL MATCH (holder:Person)-[tenure:HOLDS]->(post)
  WHERE tenure.held_from <= day < tenure.held_to
  WITH DISTINCT unit, post, holder, max(tenure.last_evidence) AS last_evidence, needed, at_least
  RETURN collect({
    post: post.uid, title: post.title, mode: post.mode, rank: post.rank, rank_basis: post.rank_basis, unit: unit.uid,
    unit_name: unit.name, person: holder.uid, name: holder.name, last_evidence: last_evidence,
    could: CASE
      WHEN post.rank < at_least THEN false
      WHEN post.rank >= needed THEN true
    END
  }) AS posts
}
