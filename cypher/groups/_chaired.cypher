// title: Chairs within a time
// zh: 某段时间内的组长
// question: Which posts of a mode chaired which groups between two days, and on which of these days are they read?
// gives: g, post, seat, day, dated
// param since: date -- first day of the time asked about -- 所问时期的第一日
// param as_of: date? = null -- its last day, D; null for today -- 所问时期的最后一日 D；留空为今日
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// param field: string? = null -- water, tourism, transport and so on; null for every field
// param mode: string? = null -- HEAD (正职), DEPUTY_HEAD (副职), COLLEGIAL (常委), DEPT_HEAD (部门正职) or OTHER; null for all
//   -- HEAD 正职、DEPUTY_HEAD 副职、COLLEGIAL 常委、DEPT_HEAD 部门正职或 OTHER 其他；留空为各种
// param seen_within: integer (years) = 5 -- how long before `since` a source must have shown a chair whose end it does not give
//   -- 组长的终止时间未载时，资料须在 `since` 之前多少年内表明其在任
// note: `day` is the last day of the seat in that time. A seat whose end no source gives lasts here to the last day on which a
//   source shows it. It is `dated` false where no source shows it in that time: it was last shown in the years before (`seen_within`)
//   and is presumed to go on, until its group, the unit of the post or the next chair ends it; or nothing dates it, and it may have been held at any time.
MATCH (post:Post)-[seat:CHAIRS]->(g:Group)
WHERE ($field IS NULL OR g.field = $field) AND ($mode IS NULL OR post.mode = $mode)
WITH g, post, seat, CASE WHEN seat.end_basis IN ['derived', 'unknown'] THEN seat.last_evidence
    ELSE seat.valid_to - duration('P1D') END AS shown
WHERE shown IS NULL OR shown >= $since - duration({years: $seen_within})
WITH g, post, seat, coalesce(shown >= $since, false) AS dated, [coalesce($as_of, date()) + duration('P1D'), g.valid_to,
    coalesce(head(COLLECT { MATCH (post)-[:IN]->(unit:Unit) RETURN unit.valid_to }), g.valid_to),
    CASE WHEN seat.end_basis = 'unknown' AND shown >= $since THEN shown + duration('P1D') ELSE seat.valid_to END] AS ends
WITH g, post, seat, dated, reduce(first = ends[0], one IN ends | CASE WHEN one < first THEN one ELSE first END)
  - duration('P1D') AS day
WHERE seat.valid_from <= day AND g.valid_from <= day AND $since <= day
