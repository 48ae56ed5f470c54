// title: Other groups of the same chair
// zh: 同一组长的其他小组 -- 某组组长当日还任哪些小组的组长？
// question: Which other groups does the person who chairs a group chair on the same day?
// note: One row without a group where the chair's holder is known and chairs no other; person is null where no source
//   shows who holds the chairing post, so that nothing can be told; no row where no chair is known. The holder is the
//   one that the answers of authority count. How many seats name nobody is answered by seats_counted.
//   -- 组长的任职者已知而未任其他小组组长的，给出一行，小组为空；没有资料表明由谁担任该职务的，人物为空，无从得知；组长不明的，没有行。任职者即小组权威各项结果所计的人。有多少席位未载姓名，
//   见 seats_counted。
// tags: persons, groups, chairs
// include: chairs/_same_holders, authority/_chairs
// column person: string? -- uid of the chair; null if the holder is not known -- 组长的 uid；任职者不明的为空
// column name: string? -- name of the chair
// column chair_title: string? -- title of the post that chairs the group asked for -- 在所问小组任组长的职务名称
// column group: string? -- uid of another group that this person chairs; null if there is none
//   -- 其人任组长的另一小组的 uid；没有的为空
// column group_name: string? -- its name
// column title: string? -- title of the post that chairs it -- 在该组任组长的职务名称
// column last_evidence: date? -- last day on which a source shows that chair, where its end is not known
//   -- 终止时间不明时，有资料表明该组长的最后一日
// example: group=group:bth-air-lsg, as_of=2018-07-12
WITH day, collect({g: g, chairs: chairs}) AS found
UNWIND [f IN found WHERE f.g.uid = $group] AS asked
UNWIND asked.chairs AS chair
WITH day, chair, [null] + reduce(all = [], f IN [f IN found WHERE f.g.uid <> $group] | all
  + [c IN f.chairs WHERE c.person = chair.person | {g: f.g, chair: c}]) AS others
UNWIND CASE WHEN size(others) > 1 THEN others[1..] ELSE others END AS other
RETURN chair.person AS person, chair.name AS name, chair.title AS chair_title, day AS as_of, other.g.uid AS group,
  other.g.name AS group_name, other.chair.title AS title, other.chair.last_evidence AS last_evidence
ORDER BY chair_title, person, group
