// title: Posts of a title
// zh: 某名称的职务 -- 哪些职务用此名称，某日在哪个单位？
// question: Which posts have this title, and in which unit are they on a day?
// tags: posts, lookup
// param title: string -- title, as 济南市市长 -- 职务名称，如济南市市长
// param as_of: date -- the day
// column title: string -- title
// column unit_name: string -- name of its unit -- 其单位的名称
// example: title=北京市委书记, as_of=2018-12-25
MATCH (post:Post {title: $title})-[:IN]->(unit:Unit)
WHERE unit.valid_from <= $as_of < unit.valid_to
RETURN post.uid AS post, post.title AS title, unit.uid AS unit, unit.name AS unit_name
ORDER BY post
