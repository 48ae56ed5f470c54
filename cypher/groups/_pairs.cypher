// title: Pairs that share a member
// zh: 有共同成员的两组
// question: Which pairs of groups share a member in the region?
// takes: entry
// gives: one, other
// note: Pairs are found member by member, so groups that share nobody are never compared.
WITH collect(entry) AS entries
CALL (entries) {
  UNWIND range(0, size(entries) - 1) AS i
  UNWIND entries[i].inside AS uid
  WITH uid, collect(i) AS groups
  UNWIND groups AS i
  UNWIND groups AS j
  WITH i, j WHERE i < j
  RETURN DISTINCT i, j
}
WITH entries[i] AS one, entries[j] AS other
