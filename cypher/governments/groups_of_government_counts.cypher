// title: Groups of a government, counted
// zh: 一个政府的小组计数 -- 当日某单位以何身份参与多少个小组，其中多少个由谁领导不明？
// question: In how many groups does a unit have a part on the day, as what, and in how many is it not known who leads?
// note: The denominator of groups_of_government, counted as the page of the government counts: groups in which the unit or a department of it
//   sits on the day, and those of which it is the host. Groups of which no seat is known cannot be counted; there are
//   n_groups_without_seats of them in the graph.
//   -- groups_of_government 的分母，计法与政府页面相同：当日该单位或其部门在其中任职的小组，以及以其为东道政府的小组。席位全无记载的小组无从计入，
//   图谱中共有 n_groups_without_seats 个。
// tags: governments, groups, host, denominator
// include: governments/_of_units, authority/_facts, authority/_leadership, governments/_on_day
// column n_member: integer (groups) -- of these, groups in which one of the units is a member
//   -- 其中有所问单位为成员的小组数
// column n_host: integer (groups) -- of these, groups of which one of the units is the host
//   -- 其中以所问单位为东道政府的小组数
// column n_chair: integer (groups) -- of these, groups chaired by an official of one of the units
//   -- 其中由所问单位的官员任组长的小组数
// column n_chair_unknown: integer (groups) -- of these, groups in which no chair is known -- 其中组长不明的小组数
// column n_groups_without_seats: integer (groups) -- groups in the graph of which no seat is known
//   -- 图谱中没有已知席位的小组数
// column n_by_departments: integer (groups) -- of these, groups in which departments alone sit
//   -- 其中只有所属部门有席位的小组数
// example: units=["div:310000:上海市"]
WITH g, own, below, hosting, any(m IN members WHERE m.uid IN $units) AS member,
  any(chair IN chairs WHERE any(held IN chair.posts WHERE held.seat AND held.unit IN $units)) AS chair,
  size(chairs) = 0 AND NOT leadership IN ['rotating', 'collective'] AS unled
WHERE own OR hosting OR size(below) > 0
WITH count(g) AS n_groups, count(CASE WHEN member THEN 1 END) AS n_member,
  count(CASE WHEN hosting THEN 1 END) AS n_host, count(CASE WHEN chair THEN 1 END) AS n_chair,
  count(CASE WHEN unled THEN 1 END) AS n_chair_unknown,
  count(CASE WHEN g.roster <> 'complete' THEN 1 END) AS n_incomplete,
  count(CASE WHEN NOT own AND NOT hosting THEN 1 END) AS n_by_departments
RETURN n_groups, n_member, n_host, n_chair, n_chair_unknown, n_incomplete, COUNT {
    MATCH (other:Group)
    WHERE NOT EXISTS { (:Unit)-[:MEMBER_OF]->(other) } AND NOT EXISTS { (:Post)-[:SITS_IN]->(other) }
  } AS n_groups_without_seats, n_by_departments
