// title: Lowest common superior
// question: Which units stand lowest above all members, and how far is the chair from there?
// note: Minimal proper command-ancestors; more than one is dual command. Null where a chain of superiors is broken:
//   never "the centre" for want of knowledge. chair_distance is measured from the superior of the
//   members that are not OWN to the deepest unit of a chair on the same line, in steps of the hierarchy.
WITH *, [below IN [
    [m IN related | head([unit IN reach WHERE unit.uid = m.uid])],
    [m IN related WHERE m.relation <> 'OWN' | head([unit IN reach WHERE unit.uid = m.uid])]
  ] | CASE WHEN size(below) > 0 AND none(m IN below WHERE m.broken) THEN [unit IN reach
    WHERE all(m IN below WHERE unit.uid IN m.superiors)
      AND none(other IN reach WHERE unit.uid IN other.superiors
        AND all(m IN below WHERE other.uid IN m.superiors))] END] AS common
WITH *, common[0] AS lcs, CASE WHEN size(common[1]) = 1 THEN common[1][0] END AS anchor
WITH *, anchor.depth - reduce(deepest = null, unit IN [unit IN reach
    WHERE any(chair IN leaders WHERE any(c IN chair.commands WHERE c.unit = unit.uid))
      AND (unit.uid = anchor.uid OR unit.uid IN anchor.superiors OR anchor.uid IN unit.superiors)]
  | CASE WHEN unit.depth > coalesce(deepest, -1) THEN unit.depth ELSE deepest END) AS chair_distance
