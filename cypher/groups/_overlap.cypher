// title: Overlap
// zh: 重叠
// question: How many members, how many days and which chairs do two groups share?
// takes: one, other
// gives: later_by, shared, shared_from, shared_to, n_union, n_smaller, shared_days, commanded,
//   double_command
// note: Jaccard is shared by all members of both, the overlap coefficient shared by the smaller group. A member is
//   under double command where a chair of one group, other than the member's own head, is no chair of the other, and
//   each has such a chair; null where a chair is not known. The shared days run from the later start to the earlier
//   end, at most through D; an end that no source gives counts as the last documented day; null where a start is not
//   known or no day is shared.
WITH one, other,
  [e IN [one, other] WHERE e.from_precision = 'by' AND all(o IN [one, other] WHERE o.from < e.from
    OR (o.from = e.from AND o.from_precision = 'by')) | e.uid] AS later_by,
  [m IN one.members WHERE m.uid IN other.uids] AS shared,
  CASE WHEN 'unknown' IN [one.from_precision, other.from_precision] THEN null
    WHEN one.from > other.from THEN one.from ELSE other.from END AS shared_from,
  CASE WHEN one.to < other.to THEN one.to ELSE other.to END AS shared_to
WITH *, size(one.uids) + size(other.uids) - size(shared) AS n_union,
  CASE WHEN size(one.uids) < size(other.uids) THEN size(one.uids) ELSE size(other.uids) END AS n_smaller,
  CASE WHEN shared_from < shared_to THEN duration.inDays(shared_from, shared_to).days END AS shared_days,
  CASE WHEN one.chairs_known AND other.chairs_known THEN [m IN shared
    | m {.uid, a: [c IN one.over WHERE NOT m.uid IN c.own | c.key],
      b: [c IN other.over WHERE NOT m.uid IN c.own | c.key]}] END AS commanded
WITH *, [m IN commanded WHERE size(m.a) > 0 AND size(m.b) > 0
  AND any(key IN m.a + m.b WHERE NOT (key IN m.a AND key IN m.b)) | m.uid] AS double_command
