// title: How sure a type is
// zh: 类型的确定程度
// question: Is the type the same under all completions, or by conventions that are stated, or do several remain?
// note: identified: one type over all completions. by_convention: one over those that the conventions admit; `rests_on` are those that shut
//   another type out. open: several; `type` is UNKNOWN and `possible` tells them. Null where no chair or too few members are known, and
//   where no source dates the group. `known_type` is what the table gives for what is known (of a link of unknown superior, if all
//   cases agree), and `row` the row that gives it.
// takes: g, cases
// gives: row, type, type_certainty, possible, rests_on, known_type
CALL (g, cases) {
  WITH g, [c IN cases WHERE c.known] AS known, [c IN cases WHERE c.origin <> 'unknown'] AS every,
    ['NOT_A_GROUP', 'SELF_FORMING', 'STRONG', 'UNCLASSIFIED', 'UNKNOWN', 'VACANT', 'WEAK'] AS names
  WITH *, [t IN names WHERE any(c IN known WHERE c.type = t)] AS given, [t IN names WHERE any(c IN every WHERE c.type = t)] AS over_all,
    [t IN names WHERE any(c IN every WHERE c.type = t AND c.by = [])] AS admitted, g.last_documented IS NULL AS undated,
    reduce(first = null, c IN known | CASE WHEN c.n_line >= first.n_line THEN first ELSE c END) AS first
  WITH *, NOT undated AND given <> ['UNKNOWN'] AS told, CASE WHEN NOT undated THEN first.row END AS row
  WITH *, CASE WHEN NOT told THEN null WHEN size(over_all) = 1 THEN 'identified' WHEN size(admitted) = 1 THEN 'by_convention' ELSE 'open'
    END AS type_certainty
  RETURN row, type_certainty, CASE WHEN told AND size(admitted) = 1 THEN admitted[0] ELSE 'UNKNOWN' END AS type,
    CASE WHEN told THEN admitted END AS possible,
    [convention IN ['collective_form', 'origin_inferred', 'post_kept', 'roster_below_host', 'sar_line'] WHERE type_certainty = 'by_convention'
      AND any(c IN every WHERE c.by = [convention] AND c.type <> admitted[0])] AS rests_on,
    CASE WHEN NOT undated THEN CASE size(given) WHEN 1 THEN given[0] ELSE 'UNKNOWN' END END AS known_type
}
