// title: All groups of a field
// zh: 某一领域的全部小组
// question: Which groups are in the graph, whether they live on the day or not?
// gives: g, day
// param as_of: date -- the day D
// param field: string? = null -- water, tourism, transport and so on; null for every field
MATCH (g:Group)
WHERE $field IS NULL OR g.field = $field
WITH g, $as_of AS day
