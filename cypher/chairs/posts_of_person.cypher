// title: Posts of a person
// zh: 一人的职务 -- 某人曾任哪些职务，何时，级别多少，见于何处？
// question: Which posts has a person held, when, of which rank, and where was it read?
// note: A row for each tenure that a source shows. A start or an end that no source gives is null, not open; `last_evidence`
//   is the last day on which a source shows the person in the post.
//   -- 资料所示的每一任期为一行。资料未载的起始或终止为空，并不表示持续；last_evidence 是有资料表明其人在任的最后一日。
// tags: persons, posts
// param person: uid<Person> -- uid
// param as_of: date? = null -- only tenures in which the person is held or last shown on this day; null for all
//   -- 只计当日在任或最后见于此前的任期；留空为全部
// column unit: string? -- uid of the unit of the post
// column mode: string? -- HEAD, DEPUTY_HEAD and so on -- HEAD 正职、DEPUTY_HEAD 副职等
// column last_evidence: date? -- last day on which a source shows the tenure -- 有资料表明该任期的最后一日
// column tenure_status: string? -- held, or last_shown: nothing shows the person in the post after last_evidence; null without a day
//   -- held 在任或 last_shown 最后见于：last_evidence 之后未见其人；未给日期的为空
// example: person=person:韩正
MATCH (:Person {uid: $person})-[tenure:HOLDS]->(post:Post)
WHERE $as_of IS NULL OR tenure.held_from <= $as_of < tenure.shown_to
OPTIONAL MATCH (post)-[:IN]->(unit:Unit)
RETURN post.uid AS post, post.title AS title, unit.uid AS unit, unit.name AS unit_name, post.mode AS mode,
  post.rank AS rank, post.rank_basis AS rank_basis, tenure.from_edtf AS since, tenure.to_edtf AS until,
  tenure.last_evidence AS last_evidence,
  CASE WHEN $as_of < tenure.held_to THEN 'held' WHEN $as_of IS NOT NULL THEN 'last_shown' END AS tenure_status,
  tenure.source AS source, tenure.confidence AS confidence
ORDER BY tenure.valid_from, post, source
