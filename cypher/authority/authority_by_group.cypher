// title: Authority and type of a group
// zh: 小组的权威结构与类型 -- 谁任组长，与成员级差多少、统属哪些成员，小组属于哪一类型？
// question: Who chairs the group, with what gap of rank and what command over its members, and of which type is it?
// tags: authority, type
// include: authority/_groups, authority/_led, authority/_readings, authority/_telling, authority/_related,
//   authority/_judged, authority/_asked, authority/_superiors, authority/_told
// param with_members: boolean = false -- give the members too -- 是否也列出成员
// column basis: string -- person, seat or unit -- 级别依据：person 个人、seat 席位或 unit 单位
// column chairs: list<map> -- the chairs: post, title, person, name, rank, units (uids)
// column leadership: string -- single, co_chairs, rotating, collective or unknown
// column chair_distance: integer? (levels) -- depth of that superior less depth of the chair's unit
//   -- 该上级的深度减去组长所在单位的深度
// column sensitive: list<map> -- other readings that change the type or a flag: reading, type, flags
//   -- 使类型或标记改变的其他口径：reading 口径、type 类型、flags 标记
// column last_evidence: date? -- last day on which a source shows the chair, where its end is unknown
//   -- 终止时间不明时，有资料表明其任组长的最后一日
// column chairs_last_shown: list<map> -- who was last shown in a chair and is not known to hold its post on the day: post, person, name, on
// column members: list<map>? -- the rows of authority_by_member; null where they are not asked for
//   -- authority_by_member 的各行；未要求的为空
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
RETURN g.uid AS group, g.name AS name, g.name_en AS name_en, day AS as_of, f.basis AS basis, f.scope AS scope,
  [chair IN leaders WHERE chair.post IS NOT NULL OR size(chair.commands) > 0
    | chair {.post, .title, .person, .name, .rank, .units}] AS chairs,
  f.leadership AS leadership, figures.n_members AS n_members,
  figures.n_own AS n_own, figures.n_outside AS n_outside, figures.gap_min AS gap_min,
  figures.gap_median AS gap_median, figures.gap_max AS gap_max, figures.gap_min_at_most AS gap_min_at_most,
  figures.lc AS lc, figures.lc_min AS lc_min, figures.lc_max AS lc_max,
  figures.unbound AS unbound, figures.veto AS veto,
  CASE WHEN lcs IS NOT NULL THEN COLLECT {
    MATCH (superior:Unit) WHERE superior.uid IN lcs RETURN superior.name ORDER BY superior.uid
  } END AS lcs, lcs AS lcs_uids, chair_distance, f.origin AS origin, f.type AS type,
  f.type_certainty AS type_certainty, f.possible AS possible, f.rests_on AS rests_on, f.known_type AS type_if_known_only, f.row AS row,
  f.flags AS flags, sensitive, g.type_in_paper AS type_in_paper, g.roster AS roster,
  reduce(latest = null, chair IN f.chairs | CASE WHEN chair.last_evidence < coalesce(latest, day)
    THEN chair.last_evidence ELSE latest END) AS last_evidence,
  g.last_documented AS last_documented, seen, life AS status, chair_seen,
  [chair IN f.chairs WHERE chair.last_shown IS NOT NULL
    | {post: chair.post, person: chair.last_shown.person, name: chair.last_shown.name, on: chair.last_shown.on}] AS chairs_last_shown,
  $suppose_chair.title IS NOT NULL OR any(uid IN $suppose_members WHERE uid <> '') AS supposed,
  CASE WHEN $with_members THEN told END AS members
ORDER BY group
