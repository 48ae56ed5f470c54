// title: Seats that name a person, counted
// zh: 载明人物的席位数 -- 小组的席位中，载有人物的、只载职务的、只载姓名的各有多少？
// question: How many seats in groups name a person, how many a post only, how many a person only?
// note: The denominator of groups_of_person and groups_of_chair. A listing of a unit itself does not count as a seat.
//   -- groups_of_person 和 groups_of_chair 的分母。直接列出单位的不计为席位。
// tags: persons, seats, denominator
// column n_groups: integer (groups) -- groups with such a seat -- 有此席位的小组数
// column n_seats: integer (seats) -- seats -- 席位数
// column n_both: integer (seats) -- of these, seats that name post and person -- 其中职务与人物俱载的席位数
// column n_post_only: integer (seats) -- of these, seats that name a post and no person
//   -- 其中只载职务、未载人物的席位数
// column n_person_only: integer (seats) -- of these, seats that name a person, the post unknown
//   -- 其中只载人物、职务不明的席位数
// column n_neither: integer (seats) -- of these, seats known by a title only -- 其中只载职务名称的席位数
// column n_undated: integer (seats) -- of these, seats whose start no source gives -- 其中资料未载起始时间的席位数
MATCH (post:Post)-[seat:SITS_IN]->(g:Group)
WITH seat, g, coalesce(post.unstated, false) AS unstated
RETURN seat.role AS role, count(DISTINCT g) AS n_groups, count(seat) AS n_seats,
  count(CASE WHEN NOT unstated AND seat.person IS NOT NULL THEN 1 END) AS n_both,
  count(CASE WHEN NOT unstated AND seat.person IS NULL THEN 1 END) AS n_post_only,
  count(CASE WHEN unstated AND seat.person IS NOT NULL THEN 1 END) AS n_person_only,
  count(CASE WHEN unstated AND seat.person IS NULL THEN 1 END) AS n_neither,
  count(CASE WHEN seat.from_precision = 'unknown' THEN 1 END) AS n_undated
ORDER BY role
