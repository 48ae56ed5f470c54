// title: All groups
// zh: 全部小组
// question: Which groups are in the graph, whether they live on the day or not, of whatever field?
// gives: g, day
// param as_of: date -- the day D
MATCH (g:Group)
WITH g, $as_of AS day
