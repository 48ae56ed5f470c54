// title: Groups that rest on a doubtful source
// zh: 依据存疑来源的小组 -- 哪些小组的席位、成员或组长任期只有低可信度的来源？
// question: Which groups have a seat, a membership or a tenure of the chair that only a source of low confidence gives?
// note: What the comparison of regions leaves out to see what hangs on such sources.
//   -- 地区比较另行剔除这些小组，以看结果有多少依赖此类来源。
// tags: regions, sensitivity, sources
// include: authority/_groups
// column what: list<string> -- chair, seat, membership, tenure: what rests on it
//   -- chair 组长、seat 席位、membership 成员资格、tenure 任期：所依据的内容
// example: as_of=2018-12-25
CALL (g, day) {
  MATCH (:Post)-[seat:CHAIRS|SITS_IN]->(g)
  WHERE seat.valid_from <= day < seat.valid_to AND seat.confidence = 'low'
  RETURN CASE type(seat) WHEN 'CHAIRS' THEN 'chair' ELSE 'seat' END AS what
  UNION
  MATCH (:Unit)-[m:MEMBER_OF]->(g)
  WHERE m.valid_from <= day < m.valid_to AND m.confidence = 'low'
  RETURN 'membership' AS what
  UNION
  MATCH (g)<-[chair:CHAIRS]-(:Post)<-[:HOLDS]-(:Person)-[tenure:HOLDS]->(:Post)
  WHERE chair.valid_from <= day < chair.valid_to
    AND tenure.valid_from <= day < tenure.valid_to AND tenure.confidence = 'low'
  RETURN 'tenure' AS what
}
WITH g, day, what ORDER BY what
RETURN g.uid AS group, day AS as_of, collect(what) AS what
ORDER BY group
