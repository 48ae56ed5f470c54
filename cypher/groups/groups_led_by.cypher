// title: Groups led from a level
// zh: 某级职务任组长的小组 -- 自某日以来，某级的正职或副职任过某地区哪些小组的组长，自何时至何时？
// question: Which groups of a region did a head or deputy of a level chair since a day, and from when until when?
// note: A row for each seat in the chair at some time from `since` to D, of groups that have ended since too. Rotating chairs
//   that no source names and the heads who lead a collective body have no seat. A seat that no source shows within that time comes
//   last, with `dated` false: last shown in the years before (`seen_within`) and presumed to go on, or dated by nothing.
//   The group is in the region on `day`, whoever chairs it: `chair_of` asks for chairs of the region's own government.
//   -- 自 since 至 D 之间曾任组长的每一席位为一行，其后已终止的小组也在内。资料未载姓名的轮值组长，以及集体形式的各方正职，没有席位。这段时间内没有资料表明的席位排在最后，dated 为否：
//   其最后记载在此前若干年（seen_within）而推定延续，或全无日期。小组在 day 当日属该地区，不论由谁任组长；只查由该地区本级政府任组长的，用 chair_of。
// tags: picture, groups, chairs, region, time
// include: groups/_chaired, groups/_chair_level, groups/_lies_in
// shown: group_name, title, name, since, until, last_evidence, dated
// param level: string? = null -- Country, Province, Prefecture, County or Township: of the division that the chair's post is in,
//   or that leads its agency; null for every level
//   -- 组长职务所在区划、或领导其机构的区划的层级：Country 中央、Province 省级、Prefecture 地级、
//   County 县级或 Township 乡级；留空为各级
// param chair_of: list<uid<Region>>? = null -- division or region in which the chair's own post is, or that leads its agency: 浙江省 leaves
//   out chairs from 上海市; null for chairs from anywhere
//   -- 组长职务所在的、或领导其机构的区划或区域：给出浙江省，则不含上海市的组长；留空为各地的组长
// param title: string? = null -- words of the chair's title: 副省长 finds 常务副省长 too; null for every title
//   -- 组长职务名称中的文字：副省长也查得常务副省长；留空为各种名称
// column day: date -- the last day of that time on which the seat lasts or is shown; group, post and region are read on it
//   -- 该时期内席位有效或有记载的最后一日；小组、职务和地区均按该日判读
// column post: string? -- uid of the post; null where no source gives it
// column title: string? -- title as published, else of the post
// column person: string? -- uid of the chair; null if not named -- 组长的 uid；未载姓名的为空
// column name: string? -- name of the chair
// column level: string? -- level of the chair; null where its unit is not known -- 组长的层级；其单位不明的为空
// column mode: string? -- HEAD, DEPUTY_HEAD, COLLEGIAL, DEPT_HEAD or OTHER
//   -- HEAD 正职、DEPUTY_HEAD 副职、COLLEGIAL 常委、DEPT_HEAD 部门正职或 OTHER 其他
// column source: string -- uid of the source
// column dated: boolean -- whether a source shows the seat within that time; false: it is presumed to go on, or nothing dates it
//   -- 是否有资料表明席位在该时期内；否：推定延续，或没有日期
// column start: string -- as a tie: uid of the person, or of the post whose holder is not named
//   -- 作为关系：人物的 uid，任职者未载的为职务的 uid
// column end: string -- as a tie: uid of the group
// column kind: string -- as a tie: CHAIRS -- 作为关系：CHAIRS
// column label: string? -- as a tie: the title, with the day last shown behind it where that is before `since`, or (undated)
//   -- 作为关系：职务名称，最后记载日早于 `since` 的附该日，没有日期的附（undated）
// column start_rank: integer? (1 to 10) -- as a tie: rank of the chairing post -- 作为关系：任组长的职务的级别
// example: since=2010-01-01, as_of=2018-12-25, region=div:310000:上海市, level=Province
WITH *, coalesce(seat.title, post.title) AS words
WHERE lies AND ($chair_of IS NULL OR chair_place IN $chair_of) AND ($level IS NULL OR chair_level = $level) AND ($title IS NULL OR words CONTAINS $title)
OPTIONAL MATCH (person:Person {uid: seat.person}) WHERE $since < coalesce(seat.shown_to, seat.valid_to)
RETURN g.uid AS group, g.name AS group_name, g.field AS field, day AS day,
  CASE WHEN post.unstated THEN null ELSE post.uid END AS post, words AS title,
  person.uid AS person, person.name AS name, chair_level AS level, post.mode AS mode, post.rank AS rank,
  post.rank_basis AS rank_basis, seat.from_edtf AS since, seat.to_edtf AS until,
  seat.last_evidence AS last_evidence, seat.source AS source, seat.confidence AS confidence, dated AS dated,
  coalesce(person.uid, post.uid) AS start, g.uid AS end, type(seat) AS kind,
  words + CASE WHEN dated THEN '' WHEN seat.last_evidence IS NULL THEN ' (undated)'
    ELSE ' (shown until ' + toString(seat.last_evidence) + ')' END AS label, post.rank AS start_rank
ORDER BY dated DESC, seat.valid_from, group, title, name
