// title: Groups that the same persons may chair
// zh: 可能由相同的人任组长的小组
// question: Which groups are chaired by a post that somebody holds who also holds a post that chairs the group asked
//   for?
// gives: asked, g, day
// param group: uid<Group> -- uid of the group
// param as_of: date? = null -- the day; null for the group's last documented day (for an undated one see
//   authority_by_group) -- 日期；留空为该组的最后记载日（无日期的小组见 authority_by_group）
MATCH (asked:Group {uid: $group})
WITH asked, coalesce($as_of, asked.read_on, date()) AS day
CALL (asked, day) {
  RETURN asked AS g
  UNION
  MATCH (asked)<-[one:CHAIRS]-(:Post)<-[held:HOLDS]-(person:Person)
  WHERE one.valid_from <= day < one.valid_to AND held.held_from <= day < held.held_to
  MATCH (person)-[holds:HOLDS]->(:Post)-[other:CHAIRS]->(g:Group)
  WHERE holds.held_from <= day < holds.held_to AND other.valid_from <= day < other.valid_to
  RETURN DISTINCT g
}
WITH asked, g, day
WHERE g.valid_from <= day < g.valid_to
