// title: All groups
// zh: 全部小组
// question: On which day is each group of the graph read where the question has none?
// gives: g, day
// note: On its own last documented day; without one on today.
MATCH (g:Group)
WITH g, coalesce(g.read_on, date()) AS day
