// title: What is documented of a group
// zh: 一个小组的记载 -- 小组何时存续，由谁成立，由何承接，哪些尚不明？
// question: When was a group in force, who founded it, what followed it, and what is not known?
// tags: groups
// param group: uid<Group> -- uid
// column kind: string? -- 领导小组, 协调小组, 联席会议 and so on
// column documents: list<map> -- founding acts: number, title, issued, instrument, issuers
//   -- 成立文件：number 文号、title 标题、issued 发文日期、instrument 形式、issuers 发文机关
// column successors: list<string> -- uids of the groups that followed -- 承接其的小组的 uid
// column claims: list<string> -- what one source says of a property, each as JSON -- 各来源对某一属性的主张，每项为 JSON
// column notes: list<string> -- what a reader must know
// column events: list<string> -- dated events -- 有日期的事件
// example: group=group:jinan-laiwu
MATCH (g:Group {uid: $group})
RETURN g.uid AS uid, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field,
  g.from_edtf AS from_edtf, g.to_edtf AS to_edtf, g.in_paper AS in_paper,
  COLLECT {
    MATCH (g)-[:ESTABLISHED_BY]->(d:Document)
    RETURN d {.number, .title, .issued, .instrument,
      issuers: COLLECT { MATCH (d)-[:ISSUED_BY]->(u:Unit) RETURN u.name ORDER BY u.name }}
  } AS documents,
  COLLECT { MATCH (g)-[:SUCCEEDED_BY]->(next:Group) RETURN next.uid ORDER BY next.uid } AS successors,
  coalesce(g.claims, []) AS claims, coalesce(g.notes, []) AS notes, coalesce(g.events, []) AS events,
  COLLECT { MATCH (g)-[:SOURCED_FROM]->(s:Source) RETURN s.uid ORDER BY s.uid } AS sources
