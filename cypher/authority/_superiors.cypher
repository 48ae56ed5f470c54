// title: Lowest common superior
// zh: 最低共同上级
// question: Which units stand lowest above all members, and how far is the chair from there?
// note: Minimal proper command-ancestors; more than one is dual command. Null where a chain of superiors is broken:
//   never "the centre" for want of knowledge. `above` are all common superiors. chair_distance is measured from the
//   superior of the members that are not OWN to the deepest unit of a chair on the same line, in steps of the
//   hierarchy.
// takes: related, leaders, reach
// gives: above, lcs, chair_distance
CALL (related, leaders, reach) {
  WITH [m IN related | head([unit IN reach WHERE unit.uid = m.uid | unit {.*, own: m.relation = 'OWN'}])] AS all_below
  WITH [below IN [all_below, [m IN all_below WHERE NOT m.own]]
    | CASE WHEN size(below) > 0 AND none(m IN below WHERE m.broken) THEN {lines: below[0].chains, tops:
      [top IN below[0].superiors WHERE all(m IN below WHERE top IN m.superiors)]} END] AS common
  WITH common[0].tops AS above, [shared IN common | [top IN shared.tops WHERE all(line IN shared.lines
    WHERE NOT top IN line OR head([u IN line WHERE u IN shared.tops]) = top)]] AS minimal,
    reduce(lines = [], unit IN reach | lines + [line IN unit.chains WHERE last(line) IN unit.tops]) AS lines
  WITH above, minimal[0] AS lcs, lines, CASE WHEN size(minimal[1]) = 1 THEN minimal[1] ELSE [] END AS anchor
  WITH above, lcs, lines, anchor, [unit IN reduce(own = [], chair IN leaders | own + [c IN chair.commands | c.unit])
    WHERE any(line IN lines WHERE unit IN line AND anchor[0] IN line)] AS on_line
  WITH above, lcs, [units IN [anchor, on_line] | reduce(deep = null, line IN [line IN lines WHERE size(units) > 0] |
    reduce(d = deep, i IN range(0, size(line) - 1) | CASE WHEN line[i] IN units AND size(line) - 1 - i > coalesce(d, -1)
      THEN size(line) - 1 - i ELSE d END))] AS depths
  RETURN above, lcs, depths[0] - depths[1] AS chair_distance
}
