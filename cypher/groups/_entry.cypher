// title: What groups are compared by
// zh: 小组之间比较的内容
// question: Which members and which chairs has each group on the day?
// takes: g, day, leadership, chairs, members
// gives: entry
// note: All members, governments and agencies. `over` are those who lead the group: the person, where known, else
//   the post, each with the units that this chair heads (`own`): no member is under the command of another by its own
//   head. Where the chair rotates or the form is collective the heads of the members lead and nobody stands above
//   them. `chairs_known` is false where no source names the chair. `to` is the first day after the group's time: an
//   end that no source gives counts as the last documented day, and nothing is counted after D. `shown`: whether a
//   source shows the group on D or later.
WITH g, day, leadership IN ['rotating', 'collective'] AS by_turns, chairs,
  COLLECT { UNWIND members AS m RETURN m {.uid, .name, .code, .division} ORDER BY m.code, m.uid } AS members,
  CASE WHEN g.to_precision = 'unknown' THEN g.last_documented + duration('P1D') ELSE g.valid_to END AS ends,
  day + duration('P1D') AS tomorrow
WITH {
  uid: g.uid, name: g.name, day: day, roster: g.roster, members: members,
  uids: [m IN members | m.uid],
  chairs: [chair IN chairs | chair {.post, .title, .person, .name}],
  over: CASE WHEN by_turns THEN [] ELSE [chair IN chairs | {
    key: coalesce(chair.person, chair.post, chair.title),
    own: [held IN chair.posts WHERE held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD'] | held.unit]
  }] END,
  chairs_known: by_turns OR size(chairs) > 0,
  shown: coalesce(g.last_documented >= day, false), from: g.valid_from, from_precision: g.from_precision,
  to: CASE WHEN ends < tomorrow THEN ends ELSE tomorrow END
} AS entry
ORDER BY entry.uid
