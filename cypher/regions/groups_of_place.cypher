// title: Groups of a place
// zh: 一地的小组 -- 某日某地有哪些小组，它们由其主管、有其机构参加，还是成员都在其境内？
// question: Which groups has a place on a day: which does it run, in which does it sit, and the members of which all lie within it?
// note: `relation` has run_by where the place, or an organ of its own, runs the group (its government, its only issuers or its only host); sits_in
//   where it or an organ of its own is a member or chairs; within where all member governments are the place or lie in
//   it (all members, where fewer than two governments sit). Organs of governments below it are not its own. Without `relation` a group with
//   any of them is given; touching gives those that any government in the place runs or any unit of it sits in too. Without `region` every group is given, without relation.
//   -- relation：run_by，由该地自身或其机构主管（主管政府、全部发文机关或唯一的东道政府）；sits_in，该地自身或其机构是成员或任组长；
//   within，各成员政府均为该地自身或在其境内（成员政府不足两个的，就全部成员而言）。下级政府的机构不属其自身。不给出 relation 参数时，有其一即列出；
//   touching 另列出由境内任一政府主管、有境内任一单位列名或任职的小组。不给出 region 时列出全部小组，不说明关系。
// tags: regions, groups
// include: regions/_of_region, authority/_read_once, authority/_judged, authority/_inter_agency, regions/_region, authority/_only_chair,
//   groups/_lies_in, regions/_relation
// shown: name, relation, field, chair_title, chair_name, type, gap_min, lc, seen, status
// param relation: string = any -- any, run_by, sits_in, within or touching
//   -- any 有其一、run_by 由其主管、sits_in 有其机构参加、within 成员都在境内、touching 与境内任一政府或单位有关
// column relation: list<string>? -- run_by, sits_in, within: what holds; null where no region is asked about
//   -- run_by 由其主管、sits_in 有其机构参加、within 成员都在境内，列出成立的各项；未问及地区的为空
// column touching: boolean? -- whether a government in the place runs it or a unit of it sits in it; null where no region is asked about
//   -- 是否由境内政府主管，或有境内单位列名或任职；未问及地区的为空
// column kind: string? -- 领导小组, 联席会议 and so on
// column region: string? -- uid of the province in which its members lie; null where there is none
// column region_name: string? -- name of that province
// column stratum: string -- province, cross_province, inter_agency, no_province or unknown
// column chairs: list<map> -- the chairs: post, title, person, name, rank, units (uids)
// column leadership: string -- single, co_chairs, rotating, collective or unknown
// column chair_title: string? -- title of the chairing post; null where there is no chair or several
//   -- 任组长的职务的名称；没有组长或组长不止一人的为空
// column chair_name: string? -- name of its holder; null if not known to hold it -- 其任职者的姓名；不知是否在任的为空
// column tenure_status: string? -- held, last_shown or nobody: whether the one chair is known to hold the post on the day
//   -- held 在任、last_shown 最后见于此前、nobody 不明：单独一名组长当日是否在该职务上
// column chairs_last_shown: list<map> -- who was last shown in a chair and is not known to hold its post on the day: post, person, name, on
// example: region=div:440000:广东省, as_of=2018-12-25
WITH * WHERE ($region IS NULL OR CASE $relation
  WHEN 'any' THEN size(relation) > 0
  WHEN 'touching' THEN lies OR size(relation) > 0
  ELSE $relation IN relation END)
WITH *, CASE WHEN only IS NOT NULL THEN head([chair IN chairs WHERE chair.post = only.post]) END AS seated
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, g.kind AS kind, g.field AS field, day AS as_of,
  CASE WHEN $region IS NOT NULL THEN relation END AS relation,
  CASE WHEN $region IS NOT NULL THEN lies OR size(relation) > 0 END AS touching,
  region.uid AS region, region.name AS region_name, stratum,
  [chair IN found | chair {.post, .title, .person, .name, .rank, .units}] AS chairs, leadership,
  only.title AS chair_title, only.name AS chair_name, seated.status AS tenure_status, only.rank AS chair_rank,
  [chair IN chairs WHERE chair.last_shown IS NOT NULL
    | {post: chair.post, person: chair.last_shown.person, name: chair.last_shown.name, on: chair.last_shown.on}] AS chairs_last_shown,
  figures.n_members AS n_members, figures.gap_min AS gap_min, figures.lc AS lc, figures.lc_min AS lc_min,
  figures.lc_max AS lc_max, origin, type, type_certainty, possible, rests_on, known_type AS type_if_known_only, row, flags,
  g.roster AS roster, g.last_documented AS last_documented, seen, life AS status
ORDER BY group
