// title: Chairs within a time
// question: Which posts of a mode chaired which groups between two days, and on which of these days are they read?
// gives: g, post, seat, day, dated
// param since: date -- first day of the time asked about
// param as_of: date? = null -- its last day, D; null for today
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// param field: string? = null -- water, tourism, transport and so on; null for every field
// param mode: string? = null -- HEAD (正职), DEPUTY_HEAD (副职), COLLEGIAL (常委), DEPT_HEAD (部门正职) or OTHER; null for all
// note: A seat whose end no source gives lasts here to the last day on which a source shows it, so that nobody is in the chair
//   for want of news. `day` is its last day, at most D. One that nothing dates may have been held at any time: it is `dated` false, and
//   read on the last day of the group, at most D.
MATCH (post:Post)-[seat:CHAIRS]->(g:Group)
WHERE ($field IS NULL OR g.field = $field) AND ($mode IS NULL OR post.mode = $mode)
WITH g, post, seat, [coalesce($as_of, date()) + duration('P1D'), g.valid_to, CASE seat.end_basis
    WHEN 'unknown' THEN seat.last_evidence + duration('P1D') ELSE seat.valid_to END] AS ends
WITH g, post, seat, none(one IN ends WHERE one IS NULL) AS dated,
  reduce(first = ends[0], one IN ends | CASE WHEN one < first THEN one ELSE first END) - duration('P1D') AS day
WHERE seat.valid_from <= day AND g.valid_from <= day AND $since <= day
