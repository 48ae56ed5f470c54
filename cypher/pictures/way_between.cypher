// title: The way between two things
// zh: 两者之间的路径 -- 某日两个事物经哪些职务、席位、小组和上级以最短路径相连？
// question: By which posts, seats, groups and superiors are two things joined on a day, by the shortest ways?
// tags: picture, structure, path
// note: Ties are walked both ways. `start` and `end` are those of the tie: the upper unit leads the lower, a person holds a
//   post, a post is in a unit, posts chair or sit in groups, units are members. A way has 12 steps at most, of many shortest
//   ways the first are shown. No way leads by a tenure that is not held on the day, nor by a group that is stale or undated on the day,
//   unless it begins or ends there. That a post is in a unit holds on every day.
//   -- 关系可以双向通行。start 和 end 是关系的两端：上级领导下级，人物担任职务，职务在单位之内，职务在小组任组长或有席位，单位为成员。路径至多 12 步，最短路径有数条的，列出最先的几条。
//   当日并非在任的任期不得通行；当日久无记载或没有日期的小组也不得通行，除非路径以其为起点或终点。职务在单位之内，逐日皆然。
// include: groups/_every, groups/_counted
// param one: uid<Unit|Person|Group|Post> -- where the way begins -- 路径的起点
// param other: uid<Unit|Person|Group|Post> -- where it ends -- 路径的终点
// param ties: list<string>? = null -- ties that may be walked: PART_OF, DEPARTMENT_OF, LED_BY, IN, HOLDS, CHAIRS,
//   DEPUTY_CHAIRS, DIRECTS_OFFICE_OF, SITS_IN, MEMBER_OF; null for all
//   -- 可以经过的关系：PART_OF、DEPARTMENT_OF、LED_BY、IN、HOLDS、CHAIRS、DEPUTY_CHAIRS、DIRECTS_OFFICE_OF、SITS_IN、
//   MEMBER_OF；留空为全部
// param most: integer = 10 -- ways at most -- 至多列出的路径数
// column step: integer (ties) -- how far from the beginning; the same for the steps of several ways
//   -- 距起点的步数；数条路径的同一步相同
// column start: string -- uid of the start of the tie -- 关系起点的 uid
// column end: string -- uid of its end -- 关系终点的 uid
// column kind: string -- type of the tie -- 关系的类型
// column source: string? -- uid of the source of the tie
// column more: boolean -- whether more ways that are as short were left out; the same for all steps
//   -- 是否略去了同样最短的其他路径；各步相同
// example: one=person:韩正, other=div:370000:山东省, as_of=2018-12-25
WITH collect(CASE WHEN NOT counts AND NOT g.uid IN [$one, $other] THEN g END) AS out
MATCH (one:Unit|Person|Group|Post) WHERE one.uid = $one
MATCH (other:Unit|Person|Group|Post) WHERE other.uid = $other AND other <> one
MATCH way = allShortestPaths((one)-[:PART_OF|DEPARTMENT_OF|LED_BY|IN|HOLDS|CHAIRS|DEPUTY_CHAIRS|DIRECTS_OFFICE_OF|SITS_IN|MEMBER_OF*..12]-(other))
WHERE all(tie IN relationships(way)
  WHERE CASE type(tie) WHEN 'IN' THEN true WHEN 'HOLDS' THEN tie.held_from <= $as_of < tie.held_to
      ELSE tie.valid_from <= $as_of < tie.valid_to END
    AND ($ties IS NULL OR type(tie) IN $ties)
    AND NOT (endNode(tie):Group AND endNode(tie) IN out))
WITH way ORDER BY [thing IN nodes(way) | thing.uid], [tie IN relationships(way) | tie.key]
  LIMIT CASE WHEN $most < 0 THEN 0 ELSE $most + 1 END
WITH collect(way) AS ways
WITH ways[..$most] AS ways, size(ways) > $most AS more
UNWIND ways AS way
UNWIND range(1, length(way)) AS at
WITH more, at, relationships(way)[at - 1] AS tie
WITH more, at, tie, CASE WHEN type(tie) IN ['PART_OF', 'DEPARTMENT_OF', 'LED_BY']
  THEN [endNode(tie), startNode(tie)] ELSE [startNode(tie), endNode(tie)] END AS ends
WITH min(at) AS step, ends[0].uid AS start, ends[1].uid AS end, type(tie) AS kind, min(tie.source) AS source, more
RETURN step, start, end, kind, source, more
ORDER BY step, start, end, kind
