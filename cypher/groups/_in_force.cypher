// title: Groups of a field in force
// zh: 某一领域的存续小组
// question: Which groups were in force on the day, in a field, as far as ends are known?
// gives: g, day
// param as_of: date -- the day D
// param region: list<uid<Region>>? = null -- a division, or a region of several (长三角), as uids; null for every group
// param field: string? = null -- water, tourism, transport and so on; null for every field
MATCH (g:Group)
WHERE g.valid_from <= $as_of < g.valid_to AND ($field IS NULL OR g.field = $field)
WITH g, $as_of AS day
