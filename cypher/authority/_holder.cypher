// title: Holder
// question: Who holds the chairing post on the day, and which posts does that person hold?
// note: The holder is the person named with the seat while that person has the post, else the only one that a head's
//   post has on the day (deputies are several), else unknown: then the chairing post stands alone. All posts that
//   the holder has on the day count. A tenure whose start no source gives tells nobody's post on a day,
//   but for a group that is undated itself. `shown` is the last evidence of the tenures that say who holds the post.
CALL (post, named, undated, day) {
  OPTIONAL MATCH (incumbent:Person)-[tenure:HOLDS]->(post)
  WHERE tenure.valid_from <= day < tenure.valid_to AND (incumbent.uid = named
    OR (post.mode IN ['HEAD', 'DEPT_HEAD'] AND tenure.from_precision <> 'unknown'))
  WITH post, named, undated, day, collect(DISTINCT incumbent) AS incumbents,
    min(tenure.last_evidence) AS shown
  WITH post, undated, day, shown, coalesce(head([i IN incumbents WHERE i.uid = named]),
    CASE WHEN size(incumbents) = 1 THEN incumbents[0] END) AS holder
  CALL (post, holder, undated, day) {
    RETURN post AS held
    UNION
    MATCH (holder)-[tenure:HOLDS]->(held:Post)
    WHERE tenure.valid_from <= day < tenure.valid_to
      AND (tenure.from_precision <> 'unknown' OR undated)
    RETURN held
  }
  OPTIONAL MATCH (held)-[:IN]->(unit:Unit)
  WHERE unit.valid_from <= day < unit.valid_to
  RETURN holder, shown, collect({
    post: held.uid, title: held.title, seat: held = post, mode: held.mode, branch: held.branch,
    rank: held.rank, rank_basis: held.rank_basis, rank_by_rule: held.rank_by_rule,
    unit: unit.uid, unit_name: unit.name, unit_rank: unit.rank, unit_rank_basis: unit.rank_basis,
    unit_rank_by_rule: unit.rank_by_rule
  }) AS posts
}
