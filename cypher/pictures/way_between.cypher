// title: The way between two things
// zh: 两者之间的路径
// question: By which posts, seats, groups and superiors are two things joined on a day, by the shortest ways?
// tags: picture, structure, path
// note: Ties are walked both ways. `start` and `end` are those of the tie: the upper unit leads the lower, a person holds a
//   post, a post is in a unit, posts chair or sit in groups, units are members. Of many shortest ways the first are shown.
// param one: uid<Unit|Person|Group|Post> -- where the way begins
// param other: uid<Unit|Person|Group|Post> -- where it ends
// param as_of: date -- the day
// param ties: list<string>? = null -- ties that may be walked: PART_OF, DEPARTMENT_OF, LED_BY, IN, HOLDS, CHAIRS,
//   DEPUTY_CHAIRS, DIRECTS_OFFICE_OF, SITS_IN, MEMBER_OF; null for all
// param most: integer = 10 -- ways at most
// column step: integer (steps) -- how far from the beginning; the same for the steps of several ways
// column start: string -- uid of the start of the tie
// column end: string -- uid of its end
// column kind: string -- type of the tie
// column source: string? -- uid of the source of the tie
// example: one=person:韩正, other=div:370000:山东省, as_of=2018-12-25
MATCH (one:Unit|Person|Group|Post) WHERE one.uid = $one
MATCH (other:Unit|Person|Group|Post) WHERE other.uid = $other AND other <> one
MATCH way = allShortestPaths((one)-[:PART_OF|DEPARTMENT_OF|LED_BY|IN|HOLDS|CHAIRS|DEPUTY_CHAIRS|DIRECTS_OFFICE_OF|SITS_IN|MEMBER_OF*..12]-(other))
WHERE all(tie IN relationships(way)
  WHERE (tie.valid_from IS NULL OR tie.valid_from <= $as_of < tie.valid_to)
    AND ($ties IS NULL OR type(tie) IN $ties))
WITH way ORDER BY [thing IN nodes(way) | thing.uid], [tie IN relationships(way) | tie.key] LIMIT $most
UNWIND range(1, length(way)) AS at
WITH at, relationships(way)[at - 1] AS tie
WITH at, tie, CASE WHEN type(tie) IN ['PART_OF', 'DEPARTMENT_OF', 'LED_BY']
  THEN [endNode(tie), startNode(tie)] ELSE [startNode(tie), endNode(tie)] END AS ends
WITH min(at) AS step, ends[0].uid AS start, ends[1].uid AS end, type(tie) AS kind, min(tie.source) AS source
RETURN step, start, end, kind, source
ORDER BY step, start, end, kind
