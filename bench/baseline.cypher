// title: Ranks of chairs and members, nothing more
// question: What does it cost only to read the ranks that a gap is made of?
// param groups: list<string>? = null -- uids of groups; null for every group
// param as_of: date -- the day
// column group: string -- uid of the group
// column chair_rank: integer? -- highest rank of its chairs
// column ranks: list<integer> -- ranks of its members
// example: as_of=2018-12-25
CALL () {
  WITH $groups AS asked WHERE asked IS NULL
  MATCH (g:Group)
  RETURN g
  UNION
  UNWIND coalesce($groups, []) AS uid
  MATCH (g:Group {uid: uid})
  RETURN g
}
RETURN g.uid AS group,
  reduce(top = null, rank IN [(post:Post)-[seat:CHAIRS]->(g)
    WHERE seat.valid_from <= $as_of < seat.valid_to | post.rank]
    | CASE WHEN rank > coalesce(top, 0) THEN rank ELSE top END) AS chair_rank,
  [(:Unit)-[m:MEMBER_OF]->(g) WHERE m.valid_from <= $as_of < m.valid_to | m.rank] AS ranks
