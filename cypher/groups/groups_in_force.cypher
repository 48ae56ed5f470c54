// title: Groups in force
// zh: 存续的小组 -- 某日某地区、某领域存续哪些小组？
// question: Which groups were in force on a day, in a region and a field?
// note: A group whose end no source gives counts as in force while a source has spoken of it within the window; after that it is
//   stale, and is listed only where `stale` asks for it.
//   -- 资料未载终止的小组，窗口期内有资料述及的计为存续；此后即为久无记载，只在以 stale 参数要求时列出。
// tags: groups, region
// include: groups/_in_region
// column kind: string -- 领导小组, 联席会议 and so on
// column field: string -- water, tourism, transport and so on
// column place: string? -- name of the government that runs it; null for the centre and for bodies of equals
//   -- 主管政府的名称；中央的和各方平等的为空
// column documented: boolean -- whether a source shows it on D or later -- 是否有资料表明其在 D 或 D 以后存在
// column n_units: integer (units) -- units with a listing or a seat on the day -- 当日列名或有席位的单位数
// example: as_of=2018-07-06, region=div:310000:上海市
RETURN g.uid AS uid, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field,
  head(COLLECT { MATCH (place:Unit {uid: g.place}) RETURN place.name }) AS place,
  g.from_edtf AS from_edtf, g.to_edtf AS to_edtf, g.last_documented AS last_documented,
  seen, life AS status,
  coalesce(g.last_documented >= day, false) AS documented, g.roster AS roster,
  COUNT {
    MATCH (unit:Unit)-[m:MEMBER_OF]->(g)
    WHERE m.valid_from <= day < m.valid_to AND unit.valid_from <= day < unit.valid_to
    RETURN unit
    UNION
    MATCH (unit:Unit)<-[:IN]-(:Post)-[seat:SITS_IN]->(g)
    WHERE seat.valid_from <= day < seat.valid_to AND unit.valid_from <= day < unit.valid_to
    RETURN unit
  } AS n_units
ORDER BY field, uid
