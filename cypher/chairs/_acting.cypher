// title: The acting deputy's own unit
// zh: 代行组长职责的副组长所在的单位
// question: Who is a member when a deputy chair acts for the chair?
// takes: g, day, chairs, chair_post_unknown, chair_seen, seats, presiders, unplaced, candidates
// gives: candidates
// note: The seat of the deputy who acts makes his unit no member any more: it stays one where a source lists it or
//   another official of it sits, with the rank that these give. Without a supposed post nothing changes.
CALL (g, day) {
  MATCH (:Post {uid: $suppose_chair.post})-[:IN]->(unit:Unit)
  OPTIONAL MATCH (unit)<-[:IN]-(other:Post)-[seat:SITS_IN]->(g)
  WHERE seat.valid_from <= day < seat.valid_to AND seat.role IN ['deputy_chair', 'member']
    AND NOT (other.uid = $suppose_chair.post AND coalesce(seat.person, '') = coalesce($suppose_chair.person, ''))
  WITH unit, collect(other {.rank, .rank_basis, .rank_by_rule}) AS others
  RETURN collect({unit: unit.uid, others: others}) AS own
}
WITH *, [c IN candidates | c {.*, claims: CASE WHEN c.supposed OR none(o IN own WHERE o.unit = c.uid)
  THEN [c {.rank, .rank_basis, .rank_by_rule}]
  ELSE head([o IN own WHERE o.unit = c.uid | o.others]) + CASE WHEN 'listed' IN c.basis
    THEN [of IN [c.of] | of {.rank, .rank_basis, .rank_by_rule}] ELSE [] END
  END}] AS claimed
WITH *, [c IN claimed WHERE size(c.claims) > 0 | c {.*, top: reduce(top = head(c.claims), claim IN c.claims |
  CASE WHEN coalesce(claim.rank, 0) > coalesce(top.rank, 0) THEN claim ELSE top END)}] AS claimed
WITH g, day, chairs, chair_post_unknown, chair_seen, seats, presiders, unplaced, [c IN claimed
  | c {.*, rank: c.top.rank, rank_basis: c.top.rank_basis, rank_by_rule: c.top.rank_by_rule}] AS candidates
