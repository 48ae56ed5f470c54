// title: The evidence behind a gap
// zh: 级差的依据 -- 组长与各成员之间的关系，由哪些职务、任期、统属关系和席位得出？
// question: By which posts, tenures, ties of command and seats does the chair stand to each member as the answer says?
// note: One row for each link between the chair and a member, from the top down: the chair's seat, the posts that
//   give its rank and its command (with the holder), the unit of each, the ties of command down to the member, the
//   member's listing and seats. Of several ways down the shortest is shown. A link whose tie is null is one that no
//   source gives: no chair, no holder, or no command. Where the relation is OUTSIDE the ties stand and the law cuts
//   the command.
//   -- 组长与该成员之间的每一环节各为一行，自上而下：组长的席位，决定其级别和统属的职务（及任职者），各职务所在的单位，由此及于成员的统属关系，成员的列名与席位。有数条路径的，取最短的一条。
//   关系为空的环节，即没有资料载明者：没有组长、没有任职者，或没有统属。关系为 OUTSIDE 的，隶属关系照列，但依法不构成统属。
// tags: chairs, authority, member, evidence
// include: authority/_groups, authority/_read_once
// column relation: string? -- what the chair is to the member; null without a chair
//   -- 组长与该成员的关系；没有组长的为空
// column gap: integer? (steps) -- chair_rank less member_rank; null where one is missing
//   -- chair_rank 减去 member_rank；有一方缺失的为空
// column member_rank: integer? (1 to 10) -- rank of the member in the group -- 成员的组内级别
// column step: integer -- 1 is the chair's seat; counts down to the member -- 1 为组长的席位，依次直至成员
// column part: string -- chair, holder, post, command or member
//   -- chair 组长、holder 任职者、post 职务、command 统属或 member 成员
// column person: string? -- name of the person of this link; null where none is named or known
//   -- 这一环节的人物的姓名；未载或不明的为空
// column start: string? -- post or upper unit at which the link starts; null if unknown
//   -- 这一环节起始的职务或上级单位；不明的为空
// column tie: string? -- CHAIRS, HOLDS, IN, PART_OF, DEPARTMENT_OF, LED_BY, MEMBER_OF or SITS_IN; null: no such tie
//   -- CHAIRS、HOLDS、IN、PART_OF、DEPARTMENT_OF、LED_BY、MEMBER_OF 或 SITS_IN；空：没有这样的关系
// column end: string? -- post, unit or group at which the link ends -- 这一环节终止的职务、单位或小组
// column mode: string? -- of a post HEAD, DEPUTY_HEAD and so on; of a tie statutory or acting (代管); of a seat
//   its role -- 职务的性质（HEAD 正职、DEPUTY_HEAD 副职等）；关系为 statutory 法定或 acting 代管；席位为其角色
// column rank: integer? (1 to 10) -- rank of the post or unit of this link -- 这一环节的职务或单位的级别
// column gives: list<string> -- what the link decides: rank, command -- 这一环节决定什么：rank 级别、command 统属
// column last_evidence: date? -- last day on which a source shows the link -- 有资料表明这一环节的最后一日
// column number: string? -- number of the official document that the source is -- 来源为公文的，其文号
// column also_sources: list<string> -- uids of further sources -- 其他来源的 uid
// column supposed: boolean -- whether the chair or this member is supposed, not documented
// example: groups=["group:bth-air-lsg"], as_of=2018-07-12
UNWIND related AS m
WITH g, day, reading, m, leaders[m.leader] AS chair, head([unit IN reach WHERE unit.uid = m.uid]) AS at,
  head([c IN candidates WHERE c.uid = m.uid | c.basis]) AS basis
WITH *, [chain IN at.chains | head([i IN range(0, size(chain) - 1)
    WHERE any(c IN chair.commands WHERE c.unit = chain[i]) | chain[..i + 1]])] AS ways
WITH *, reduce(short = null, way IN ways |
    CASE WHEN short IS NULL OR size(way) < size(short) THEN way ELSE short END) AS way
WITH *, [held IN [held IN chair.counted WHERE held.seat] + [held IN chair.counted WHERE NOT held.seat]
  | held {.*, gives: CASE WHEN held.counted_rank = chair.rank THEN ['rank'] ELSE [] END + CASE
      WHEN held.unit = last(way) AND held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD'] THEN ['command']
      ELSE [] END}] AS posts
WITH *, [held IN posts WHERE (held.seat OR size(held.gives) > 0) AND none(other IN posts
  WHERE other.by_term AND held.by_term IS NULL AND other.post = held.post AND other.unit = held.unit
    AND held.mode = 'COLLEGIAL')] AS posts
CALL (g, day, reading, m, chair, basis, way, posts) {
  OPTIONAL MATCH (post:Post {uid: chair.post})-[tie:CHAIRS]->(g)
  WHERE tie.valid_from <= day < tie.valid_to AND (tie.person = chair.person OR NOT EXISTS {
    MATCH (post)-[his:CHAIRS]->(g)
    WHERE his.valid_from <= day < his.valid_to AND his.person = chair.person
  })
  OPTIONAL MATCH (named:Person {uid: tie.person})
  RETURN 0 AS nr, 'chair' AS part, CASE WHEN named.uid = chair.person THEN named.name END AS person, coalesce(post.title, chair.title) AS start, tie, g.name AS end,
    null AS mode, null AS rank, null AS rank_basis, [] AS gives
  UNION ALL
  UNWIND range(0, coalesce(size(posts), 0) - 1) AS i
  WITH day, reading, chair, i, posts[i] AS held
  OPTIONAL MATCH (holder:Person {uid: chair.person})-[tie:HOLDS]->(:Post {uid: held.post})
  WHERE tie.held_from <= day < tie.held_to
  RETURN 10 + 2 * i AS nr, 'holder' AS part, chair.name AS person, chair.name AS start, tie,
    coalesce(held.title, '主要负责人') AS end, held.mode AS mode, held.counted_rank AS rank,
    CASE reading.basis WHEN 'unit' THEN held.of.rank_basis ELSE held.rank_basis END AS rank_basis,
    held.gives AS gives
  UNION ALL
  UNWIND range(0, coalesce(size(posts), 0) - 1) AS i
  WITH i, posts[i] AS held
  OPTIONAL MATCH (:Post {uid: held.post})-[tie:IN]->(:Unit {uid: held.unit})
  RETURN 11 + 2 * i AS nr, 'post' AS part, null AS person, coalesce(held.title, '主要负责人') AS start, tie,
    held.of.name AS end, held.mode AS mode, held.of.rank AS rank, held.of.rank_basis AS rank_basis, [] AS gives
  UNION ALL
  UNWIND range(1, coalesce(size(way), 0) - 1) AS i
  MATCH (lower:Unit {uid: way[i - 1]})-[tie:PART_OF|DEPARTMENT_OF|LED_BY]->(upper:Unit {uid: way[i]})
  WHERE tie.valid_from <= day < tie.valid_to
  RETURN 100 - i AS nr, 'command' AS part, null AS person, upper.name AS start, tie, lower.name AS end,
    tie.mode AS mode, lower.rank AS rank, lower.rank_basis AS rank_basis, ['command'] AS gives
  UNION ALL
  WITH m, chair, way WHERE way IS NULL AND chair IS NOT NULL
  RETURN 99 AS nr, 'command' AS part, null AS person,
    head([held IN chair.counted WHERE held.seat | held.of.name]) AS start,
    null AS tie, m.name AS end, null AS mode, null AS rank, null AS rank_basis, [] AS gives
  UNION ALL
  WITH g, day, m, basis WHERE 'listed' IN basis
  MATCH (unit:Unit {uid: m.uid})
  OPTIONAL MATCH (unit)-[tie:MEMBER_OF]->(g)
  WHERE tie.valid_from <= day < tie.valid_to AND 'listed' IN tie.basis AND NOT m.supposed
  RETURN 200 AS nr, 'member' AS part, null AS person, unit.name AS start, tie, g.name AS end, m.role AS mode,
    unit.rank AS rank, unit.rank_basis AS rank_basis, CASE WHEN unit.rank = m.rank THEN ['rank'] ELSE [] END AS gives
  UNION ALL
  MATCH (:Unit {uid: m.uid})<-[:IN]-(post:Post)-[tie:SITS_IN]->(g)
  WHERE tie.valid_from <= day < tie.valid_to AND (tie.role IN ['deputy_chair', 'member']
    OR (tie.role = 'chair' AND basis = ['chair'])) AND NOT m.supposed
  OPTIONAL MATCH (named:Person {uid: tie.person}) WHERE day < coalesce(tie.shown_to, tie.valid_to)
  RETURN 201 AS nr, 'member' AS part, named.name AS person, post.title AS start, tie, g.name AS end, tie.role AS mode,
    post.rank AS rank, post.rank_basis AS rank_basis, CASE WHEN post.rank = m.rank THEN ['rank'] ELSE [] END AS gives
}
OPTIONAL MATCH (o:Source {uid: tie.source})
ORDER BY g.uid, m.rank DESC, m.code, m.uid, nr, rank DESC, start, person
WITH g, day, m, chair, collect({part: part, person: person, start: start, tie: tie, end: end, mode: mode, rank: rank,
  rank_basis: rank_basis, gives: gives, o: o}) AS links
UNWIND range(0, size(links) - 1) AS i
WITH g, day, m, chair, i + 1 AS step, links[i] AS link
RETURN g.uid AS group, day AS as_of, m.uid AS member, m.name AS member_name, m.relation AS relation, m.gap AS gap,
  chair.rank AS chair_rank, m.rank AS member_rank, step, link.part AS part, link.person AS person, link.start AS start,
  type(link.tie) AS tie, link.end AS end, link.mode AS mode, link.rank AS rank, link.rank_basis AS rank_basis,
  link.gives AS gives, coalesce(link.tie.from_edtf, CASE link.tie.from_precision
    WHEN 'day' THEN toString(link.tie.valid_from) WHEN 'by' THEN '[..' + toString(link.tie.valid_from) + ']'
    WHEN 'month' THEN left(toString(link.tie.valid_from), 7) WHEN 'year' THEN left(toString(link.tie.valid_from), 4)
  END) AS since, coalesce(link.tie.to_edtf, CASE link.tie.to_precision
    WHEN 'day' THEN toString(link.tie.valid_to) WHEN 'by' THEN '[..' + toString(link.tie.valid_to) + ']'
  END) AS until, link.tie.last_evidence AS last_evidence, link.tie.source AS source, link.o.title AS source_title,
  CASE WHEN link.o.kind IN ['gov_doc', 'gov_doc_mirror', 'agreement'] THEN head(COLLECT {
    MATCH (d:Document)-[:SOURCED_FROM]->(o:Source {uid: link.tie.source})
    RETURN d.number ORDER BY d.number
  }) END AS number, link.o.url AS url, link.o.read_at AS read_at,
  coalesce(link.tie.also_sources, []) AS also_sources, link.tie.confidence AS confidence,
  m.supposed OR $suppose_chair.title IS NOT NULL AS supposed
ORDER BY group, member_rank DESC, member, step
