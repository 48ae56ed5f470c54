// title: Who holds a post
// zh: 谁在任 -- 某日某职务由谁担任，其人当日在任，还是此前见于记载？
// question: Who holds a post on a day, who was last shown in it, or is nobody known?
// note: Held: the day lies between the start and the end that a source states, or between two days, at most three years apart, on
//   which sources show the person there. Last shown: the last such day lies at most five years before, and no end and, in
//   a post that one person holds at a time, no later holder is known. Else one row `nobody`, with the time around the day in
//   which nobody is known to hold it. That is not known, never vacant.
//   -- held 在任：该日在资料所载起止之间，或在相距不超过三年、资料均示其在任的两日之间；last_shown 最后见于：最近的此类之日在该日前五年以内，且未见卸任，
//   一人一任的职务亦未见后任。否则为一行 nobody，附该日前后在任者不明的时段：意为不明，绝非空缺。
// tags: posts, persons, time
// param as_of: date -- the day
// param title: uid<Post>? = null -- title in any usual wording (外交部长) -- 职务，任何通行写法（外交部长）
// param post: uid<Post>? = null -- or its uid -- 或其 uid
// param unit: uid<Unit>? = null -- or a unit: the posts that head it (secretary, governor) -- 或单位：主官职务（书记、省长）
// column name: string? -- name of the person; null for nobody -- 任职者姓名；不明的为空
// column person: string? -- uid of the person
// column tenure_status: string -- held, last_shown or nobody -- held 在任、last_shown 最后见于或 nobody 不明
// column since: date? -- first day on which the person is known to hold it; for nobody the first after who held it before
//   -- 已知其在任的第一日；不明的，为此前在任者最后之日的次日
// column until: date? -- first day on which that is not known any more; for nobody the first of who held it next
//   -- 不再知其在任的第一日；不明的，为其后在任者的第一日
// column last_shown: date? -- last day on which the person is known to hold it, where that lies before
//   -- 其人在任的最后已知之日（早于所问之日时）
// column acting: boolean? -- whether the person acts (代省长) -- 是否代理
// column source: string? -- uid of the source
// example: post=post:山东省省长, as_of=2018-12-25
CALL () {
  MATCH (post:Post) WHERE post.uid IN [$title, $post]
  RETURN post
  UNION
  MATCH (post:Post {mode: 'HEAD'})-[:IN]->(:Unit {uid: $unit})
  RETURN post
}
CALL (post) {
  MATCH (post)<-[tenure:HOLDS]-(person:Person)
  WHERE tenure.held_from <= $as_of < tenure.shown_to AND NOT EXISTS { (post)-[:IN]->(unit:Unit) WHERE unit.valid_to <= $as_of }
  WITH person, tenure ORDER BY tenure.held_to DESC
  WITH person, head(collect(tenure)) AS tenure
  RETURN collect({person: person, tenure: tenure, held: $as_of < tenure.held_to}) AS known
}
CALL (post) {
  OPTIONAL MATCH (post)<-[tenure:HOLDS]-()
  RETURN max(CASE WHEN tenure.held_to <= $as_of THEN tenure.held_to END) AS before,
    min(CASE WHEN tenure.held_from > $as_of THEN tenure.held_from END) AS after
}
UNWIND CASE WHEN size(known) = 0 THEN [null] ELSE known END AS one
RETURN one.person.name AS name, one.person.uid AS person, post.uid AS post, post.title AS title,
  CASE WHEN one IS NULL THEN 'nobody' WHEN one.held THEN 'held' ELSE 'last_shown' END AS tenure_status,
  CASE WHEN one IS NULL THEN before ELSE one.tenure.held_from END AS since,
  CASE WHEN one IS NULL THEN after ELSE one.tenure.held_to END AS until,
  CASE WHEN NOT one.held THEN one.tenure.held_to - duration({days: 1}) END AS last_shown,
  CASE WHEN one IS NOT NULL THEN coalesce(one.tenure.acting, false) END AS acting, one.tenure.source AS source
ORDER BY title, one.held DESC, since, name
