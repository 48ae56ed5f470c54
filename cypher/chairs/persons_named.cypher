// title: Persons of a name
// zh: 同名人物 -- 哪些人物用此姓名，凭哪些职务区分？
// question: Which persons bear a name, and which posts tell them apart?
// note: Two people of one name are two rows; the uid is what other questions take.
//   -- 同名的二人为两行；其他问题以 uid 指明其人。
// tags: persons, lookup
// param text: string -- a name (韩正) or a uid (person:韩正) -- 姓名（韩正）或 uid（person:韩正）
// column note: string? -- what tells the person apart from others of the name -- 与同名者相区别的说明
// column posts: list<string> -- titles of all posts that sources show -- 资料所载的全部职务名称
// column n_seats: integer (seats) -- seats in groups that name the person -- 小组中载明其人的席位数
// example: text=刘伟
CALL () {
  MATCH (person:Person {uid: $text}) RETURN person
  UNION
  MATCH (person:Person {name: $text}) RETURN person
}
RETURN person.uid AS uid, person.name AS name, person.note AS note,
  COLLECT { MATCH (person)-[:HOLDS]->(post:Post) RETURN DISTINCT post.title AS title ORDER BY title } AS posts,
  COUNT { MATCH (:Post)-[seat:SITS_IN]->(:Group) WHERE seat.person = person.uid RETURN seat } AS n_seats
ORDER BY uid
