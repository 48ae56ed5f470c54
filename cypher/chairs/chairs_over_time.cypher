// title: Chairs over time
// zh: 历任组长 -- 小组历任组长是谁，始于何时、终于何时，资料如何记载？
// question: Who chaired a group, since when, until when, and how is the chair named?
// note: The start of a seat is exact only where its precision is a day; "by" is known since. An end that no source
//   gives is derived from the next chair who is documented, or unknown.
//   -- 席位的起始只在精确程度为 day 时是确切的；by 表示至迟当日已有。资料未载终止的，按下一任有记载的组长推定，或为不明。
// tags: chairs, time
// param group: uid<Group> -- uid
// column rotating: boolean -- whether the chair rotates -- 组长是否轮值
// column group_until: date? -- first day after the end of the group; null if open or unknown
//   -- 小组终止之日，即不再存续的第一日；尚未终止或不明的为空
// column group_last_documented: date? -- last day on which a source shows the group -- 有资料表明该小组存在的最后一日
// column from_precision: string -- day, month, year, by (known since) or unknown
//   -- day 日、month 月、year 年、by 不晚于某日或 unknown 不明
// column post: string? -- uid of the post; null where no source gives it
// column title: string? -- title as published, else of the post
// column name: string? -- name of the person
// column named: string -- post (ex officio), person, or both
//   -- post（以职务任职）、person（载明其人）或 both（两者俱载）
// column kept: boolean -- whether the post stays in the seat without its person, who has left or is not known any more
//   -- 其人已离任或已不可考、职务保留与否
// column source: string -- uid of the source
// column confidence: string -- high, medium or low
// example: group=group:yrd-air-coop
MATCH (post:Post)-[seat:CHAIRS]->(g:Group {uid: $group})
WITH *, CASE WHEN seat.end_basis <> 'stated' AND seat.shown_to < seat.valid_to THEN seat.shown_to END AS left
UNWIND CASE WHEN left IS NULL THEN [false] ELSE [false, true] END AS kept
OPTIONAL MATCH (person:Person {uid: seat.person}) WHERE NOT kept
RETURN CASE WHEN post.unstated THEN null ELSE post.uid END AS post, coalesce(seat.title, post.title) AS title,
  person.uid AS person, person.name AS name,
  CASE WHEN post.unstated THEN 'person' WHEN person IS NULL THEN 'post' ELSE 'both' END AS named,
  coalesce(seat.rotating, false) AS rotating, CASE WHEN kept THEN '[..' + toString(left) + ']' ELSE seat.from_edtf END AS since,
  CASE WHEN kept OR left IS NULL THEN seat.to_edtf ELSE '[..' + toString(left) + ']' END AS until,
  CASE WHEN kept THEN left ELSE seat.valid_from END AS valid_from,
  CASE WHEN kept THEN seat.valid_to ELSE coalesce(left, seat.valid_to) END AS valid_to, kept,
  CASE WHEN kept THEN 'by' ELSE seat.from_precision END AS from_precision,
  CASE WHEN kept OR left IS NULL THEN seat.end_basis ELSE 'derived' END AS end_basis,
  CASE WHEN NOT kept THEN seat.last_evidence END AS last_evidence,
  g.last_documented AS group_last_documented, g.valid_to AS group_until, seat.source AS source,
  seat.confidence AS confidence
ORDER BY valid_from, post, person
