// title: Chairs in order
// zh: 组长的次序
// question: Which rank has each chair under the reading, by which posts does the chair command, and who comes first?
// note: The highest in rank comes first, one without rank last. `units` are the unit of the seat and those others by
//   which the chair owns or commands a member.
// takes: reading, leading, scoped
// gives: leaders
CALL (reading, leading, scoped) {
  UNWIND range(0, size(leading) - 1) AS i
  WITH reading, i, leading[i] AS chair
  WITH i, chair, [held IN chair.posts WHERE (reading.basis = 'person' OR held.seat)
      AND NOT (coalesce(held.by_term, false) AND coalesce(reading.without, '') = 'override') | held {.*,
      counted_rank: CASE
        WHEN reading.basis = 'unit' THEN CASE held.of.rank_basis
          WHEN reading.without THEN held.of.rank_by_rule ELSE held.of.rank END
        ELSE CASE held.rank_basis WHEN reading.without THEN held.rank_by_rule ELSE held.rank END
      END}] AS counted
  WITH chair {.post, .title, .person, .name, .status, .last_shown, .kept, counted: counted,
    rank: reduce(top = null, held IN counted |
      CASE WHEN held.counted_rank > coalesce(top, 0) THEN held.counted_rank ELSE top END),
    commands: [held IN counted WHERE held.leads | held {.unit, .branch}],
    units: reduce(units = [held IN counted WHERE held.seat AND held.by_term IS NULL | held.unit], uid IN
      [held IN counted WHERE held.leads AND (held.by_term OR NOT held.seat) AND any(m IN scoped WHERE m.uid = held.unit OR held.unit IN m.at.superiors)
        | held.unit] | units + CASE WHEN uid IN units THEN [] ELSE [uid] END)} AS chair, i
  ORDER BY coalesce(chair.rank, 0) DESC, i
  RETURN collect(chair) AS leaders
}
