// title: Groups led from a level
// zh: 某级职务任组长的小组
// question: Which groups of a region did a head or deputy of a level chair since a day, and from when until when?
// note: A row for each seat in the chair at some time from `since` to D, of groups that have ended since too. Rotating chairs
//   that no source names and the heads who lead a collective body have no seat; a seat that no source dates is left out,
//   for nothing shows that it lasted since then. The group is in the region on `day`.
// tags: groups, chairs, region, time
// include: groups/_chaired, groups/_chair_level, groups/_lies_in
// param level: string? = null -- Country, Province, Prefecture, County or Township: of the division that the chair's post is in,
//   or that leads its agency; null for every level
// column day: date -- the last day of that time on which the seat lasts or is shown; group, post and region are read on it
// column post: string? -- uid of the post; null where no source gives it
// column title: string? -- title as published, else of the post
// column person: string? -- uid of the chair; null if not named
// column name: string? -- name of the chair
// column level: string? -- level of the chair; null where its unit is not known
// column mode: string? -- HEAD, DEPUTY_HEAD, COLLEGIAL, DEPT_HEAD or OTHER
// column source: string -- uid of the source
// example: since=2010-01-01, as_of=2018-12-25, region=div:310000:上海市, level=Province
WITH * WHERE lies AND ($level IS NULL OR chair_level = $level)
OPTIONAL MATCH (person:Person {uid: seat.person})
RETURN g.uid AS group, g.name AS group_name, g.field AS field, day AS day,
  CASE WHEN post.unstated THEN null ELSE post.uid END AS post, coalesce(seat.title, post.title) AS title,
  person.uid AS person, person.name AS name, chair_level AS level, post.mode AS mode, post.rank AS rank,
  post.rank_basis AS rank_basis, seat.from_edtf AS since, seat.to_edtf AS until,
  seat.last_evidence AS last_evidence, seat.source AS source, seat.confidence AS confidence
ORDER BY seat.valid_from, group, title, name
