// title: Two groups
// zh: 两个小组
// question: Which two groups are compared?
// takes: entry
// gives: one, other
WITH collect(entry) AS entries
WITH head([e IN entries WHERE e.uid = $groups[0]]) AS one,
  head([e IN entries WHERE e.uid = $groups[1]]) AS other
WHERE one IS NOT NULL AND other IS NOT NULL
