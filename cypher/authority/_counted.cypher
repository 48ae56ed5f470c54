// title: Rank and commands of each chair
// question: Which rank has each chair under the reading, and by which posts does the chair command?
WITH *, [chair IN leaders | chair {.*,
    counted: [held IN chair.posts WHERE reading.basis = 'person' OR held.seat | held {.*,
      counted_rank: CASE
        WHEN reading.basis = 'unit' THEN CASE held.unit_rank_basis
          WHEN reading.without THEN held.unit_rank_by_rule ELSE held.unit_rank END
        ELSE CASE held.rank_basis
          WHEN reading.without THEN held.rank_by_rule ELSE held.rank END
      END}]}] AS leaders
WITH *, [chair IN leaders | chair {.post, .title, .person, .name, .rotating, .counted,
    rank: reduce(top = null, held IN chair.counted |
      CASE WHEN held.counted_rank > coalesce(top, 0) THEN held.counted_rank ELSE top END),
    commands: [held IN chair.counted
      WHERE held.unit IS NOT NULL AND held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD']
      | held {.unit, .branch, .seat}]}] AS leaders
