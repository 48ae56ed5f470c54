// title: Lowest common superior
// question: Which units stand lowest above all members, and how far is the chair from there?
// note: Minimal proper command-ancestors; more than one is dual command. Null where a chain of superiors is broken:
//   never "the centre" for want of knowledge. chair_distance is measured from the superior of the
//   members that are not OWN to the deepest unit of a chair on the same line, in steps of the hierarchy.
WITH *, [below IN [
    [m IN related | head([unit IN reach WHERE unit.uid = m.uid])],
    [m IN related WHERE m.relation <> 'OWN' | head([unit IN reach WHERE unit.uid = m.uid])]
  ] | CASE WHEN size(below) > 0 AND none(m IN below WHERE m.broken) THEN
    [top IN below[0].superiors WHERE all(m IN below WHERE top IN m.superiors)] END] AS common,
  reduce(lines = [], unit IN reach | lines + [c IN unit.chains WHERE last(c) IN unit.tops]) AS lines
WITH *, [shared IN common | [top IN shared WHERE none(line IN lines WHERE
    any(i IN range(0, size(line) - 2) WHERE line[i] <> top AND line[i] IN shared
      AND top IN line[i + 1..]))]] AS minimal
WITH *, minimal[0] AS lcs, CASE WHEN size(minimal[1]) = 1 THEN minimal[1][0] END AS anchor,
  reduce(own = [], chair IN leaders | own + [c IN chair.commands | c.unit]) AS chair_units
WITH *, [unit IN chair_units WHERE unit = anchor OR any(line IN lines WHERE
    any(i IN range(0, size(line) - 2) WHERE (line[i] = anchor AND unit IN line[i + 1..])
      OR (line[i] = unit AND anchor IN line[i + 1..])))] AS on_line
WITH *, CASE WHEN size(on_line) > 0 THEN
    reduce(deep = 0, line IN lines | reduce(d = deep, i IN range(0, size(line) - 1) |
      CASE WHEN line[i] = anchor AND size(line) - 1 - i > d THEN size(line) - 1 - i ELSE d END))
    - reduce(deep = 0, line IN lines | reduce(d = deep, i IN range(0, size(line) - 1) |
      CASE WHEN line[i] IN on_line AND size(line) - 1 - i > d THEN size(line) - 1 - i ELSE d END))
  END AS chair_distance
