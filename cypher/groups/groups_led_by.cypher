// title: Groups led from a level
// zh: 某级职务任组长的小组 -- 自某日以来，某级的正职或副职任过某地区哪些小组的组长，自何时至何时？
// question: Which groups of a region did a head or deputy of a level chair since a day, and from when until when?
// note: A row for each seat in the chair at some time from `since` to D, of groups that have ended since too. Rotating chairs
//   that no source names and the heads who lead a collective body have no seat. A seat that no source shows within that time comes
//   last, with `dated` false: last shown in the years before (`seen_within`) and presumed to go on, or dated by nothing.
//   The group is in the region on `day`, whoever chairs it: `chair_of` asks for chairs of the region's own government.
// tags: picture, groups, chairs, region, time
// include: groups/_chaired, groups/_chair_level, groups/_lies_in
// shown: group_name, title, name, since, until, last_evidence, dated
// param level: string? = null -- Country, Province, Prefecture, County or Township: of the division that the chair's post is in,
//   or that leads its agency; null for every level
// param chair_of: list<uid<Region>>? = null -- division or region in which the chair's own post is, or that leads its agency: 浙江省 leaves
//   out chairs from 上海市; null for chairs from anywhere
// param title: string? = null -- words of the chair's title: 副省长 finds 常务副省长 too; null for every title
// column day: date -- the last day of that time on which the seat lasts or is shown; group, post and region are read on it
// column post: string? -- uid of the post; null where no source gives it
// column title: string? -- title as published, else of the post
// column person: string? -- uid of the chair; null if not named
// column name: string? -- name of the chair
// column level: string? -- level of the chair; null where its unit is not known
// column mode: string? -- HEAD, DEPUTY_HEAD, COLLEGIAL, DEPT_HEAD or OTHER
// column source: string -- uid of the source
// column dated: boolean -- whether a source shows the seat within that time; false: it is presumed to go on, or nothing dates it
// column start: string -- as a tie: uid of the person, or of the post whose holder is not named
// column end: string -- as a tie: uid of the group
// column kind: string -- as a tie: CHAIRS
// column label: string? -- as a tie: the title, with the day last shown behind it where that is before `since`, or (undated)
// column start_rank: integer? (1 to 10) -- as a tie: rank of the chairing post
// example: since=2010-01-01, as_of=2018-12-25, region=div:310000:上海市, level=Province
WITH *, coalesce(seat.title, post.title) AS words
WHERE lies AND ($chair_of IS NULL OR chair_place IN $chair_of) AND ($level IS NULL OR chair_level = $level) AND ($title IS NULL OR words CONTAINS $title)
OPTIONAL MATCH (person:Person {uid: seat.person})
RETURN g.uid AS group, g.name AS group_name, g.field AS field, day AS day,
  CASE WHEN post.unstated THEN null ELSE post.uid END AS post, words AS title,
  person.uid AS person, person.name AS name, chair_level AS level, post.mode AS mode, post.rank AS rank,
  post.rank_basis AS rank_basis, seat.from_edtf AS since, seat.to_edtf AS until,
  seat.last_evidence AS last_evidence, seat.source AS source, seat.confidence AS confidence, dated AS dated,
  coalesce(person.uid, post.uid) AS start, g.uid AS end, type(seat) AS kind,
  words + CASE WHEN dated THEN '' WHEN seat.last_evidence IS NULL THEN ' (undated)'
    ELSE ' (shown until ' + toString(seat.last_evidence) + ')' END AS label, post.rank AS start_rank
ORDER BY dated DESC, seat.valid_from, group, title, name
