// title: Groups that count and may belong to a region
// zh: 计入且可能属于该地区的小组
// question: Which of the groups near a region count on the day and are of the field?
// include: regions/_at_region, groups/_counted
// takes: g, counts
// gives: g
// param field: string? = null -- water, tourism, transport and so on; null for every field
WITH * WHERE (counts OR $as_of IS NULL) AND ($field IS NULL OR g.field = $field)
