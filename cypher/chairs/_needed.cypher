// title: What a chair over all members needs
// zh: 统属全部成员的组长须具备的条件
// question: Which rank outranks every member by a step, and which units command all of them?
// takes: related, lcs
// gives: n_unranked, at_least, needed, lcs_names, deputy_rank, binds
// note: `needed` is the highest rank of a member plus one, null while a member's rank is missing; `at_least` is that of
//   the known. `deputy_rank` is what a deputy head of the lowest common superior has by rule: one less than the unit.
WITH *, size([m IN related WHERE m.rank IS NULL]) AS n_unranked,
  1 + reduce(top = null, m IN related | CASE WHEN m.rank > coalesce(top, 0) THEN m.rank ELSE top END) AS at_least
WITH *, CASE WHEN n_unranked = 0 THEN at_least END AS needed
CALL (lcs) {
  MATCH (unit:Unit)
  WHERE unit.uid IN lcs
  RETURN collect(unit.name) AS lcs_names,
    CASE WHEN count(unit) = count(unit.rank) THEN min(unit.rank) - 1 END AS deputy_rank
}
WITH *, CASE
    WHEN lcs IS NULL OR needed IS NULL THEN null
    WHEN size(lcs) = 0 THEN 'command'
    WHEN needed > deputy_rank THEN 'rank'
    WHEN needed <= deputy_rank THEN 'command'
  END AS binds
