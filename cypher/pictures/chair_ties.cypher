// title: Chairs as ties
// zh: 组长与小组 -- 某日某地区、某领域的存续小组各由谁任组长？
// question: Who chairs which groups in force on a day, in a region and a field?
// note: From the person, where a source names one, else from the post. A group of which no chair is known has no row.
//   -- 资料载明姓名的由人物起，否则由职务起。组长不明的小组没有行。
// tags: picture, groups, chairs
// include: groups/_in_region
// column start: string -- uid of the person, or of the post whose holder is not named
//   -- 人物的 uid，任职者未载的为职务的 uid
// column end: string -- uid of the group
// column kind: string -- CHAIRS -- CHAIRS
// column label: string? -- title of the chairing post, with the day where its person is last shown -- 任组长的职务名称，其人最后见于某日的附该日
// column start_rank: integer? (1 to 10) -- rank of the chairing post: a person has none of his own
//   -- 任组长的职务的级别：人物本身没有级别
// column last_evidence: date? -- last day on which a source shows the chair -- 有资料表明该组长的最后一日
// column source: string -- uid of the source
// example: as_of=2018-07-06, region=div:310000:上海市
MATCH (post:Post)-[seat:CHAIRS]->(g)
WHERE seat.valid_from <= day < seat.valid_to
  AND NOT EXISTS { (post)-[:IN]->(unit:Unit) WHERE unit.valid_to <= day }
RETURN CASE WHEN seat.person IS NULL OR day >= seat.shown_to THEN post.uid ELSE seat.person END AS start, g.uid AS end, type(seat) AS kind,
  post.title + CASE WHEN seat.held_to <= day < seat.shown_to
    THEN ' (last shown ' + toString(seat.last_evidence) + ')' ELSE '' END AS label,
  post.rank AS start_rank, seat.last_evidence AS last_evidence, seat.source AS source
ORDER BY start, end, label
