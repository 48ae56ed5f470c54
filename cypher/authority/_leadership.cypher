// title: Leadership
// zh: 组长形式
// question: Does one chair lead, do several, does the chair rotate, or is the form collective?
// note: Collective is derived where no chair is stated, two member governments sit, none commands another and the
//   form is a joint meeting or the like; never for 领导小组, 委员会, 指挥部, and not where a unit that presided is the
//   host's or commands a member government. Where the chair rotates or the form is
//   collective each member government's head counts as a co-chair (nobody, where only agencies take turns): `leading`
//   are these and the chairs; nobody, where no source dates the group: it has no day to be led on.
// takes: g, chairs, terms, presiders, chair_post_unknown, reach, hosts, members
// gives: leadership, leading
CALL (g, chairs, terms, presiders, chair_post_unknown, reach, hosts, members) {
  WITH *, [m IN members WHERE m.division] AS governments, coalesce(g.kind, g.name) AS form
  WITH chairs, terms, governments, g.last_documented IS NULL AS undated, CASE
      WHEN any(chair IN chairs WHERE chair.rotating) OR g.leadership = 'rotating' THEN 'rotating'
      WHEN size(chairs) > 1 OR g.leadership = 'co_chairs' THEN 'co_chairs'
      WHEN size(chairs) = 1 OR chair_post_unknown OR g.leadership = 'single' THEN 'single'
      WHEN size(governments) >= 2
        AND none(m IN governments WHERE any(other IN governments WHERE other.uid IN m.at.superiors))
        AND none(unit IN reach WHERE unit.uid IN presiders AND (any(host IN hosts WHERE host IN unit.governments)
          OR any(m IN governments WHERE unit.uid IN m.at.superiors)))
        AND any(word IN ['联席会', '会商会', '座谈会', '协调会', '峰会', '联盟', '市长会议'] WHERE form CONTAINS word)
        AND none(word IN ['领导小组', '委员会', '指挥部'] WHERE form CONTAINS word)
      THEN 'collective'
      ELSE 'unknown'
    END AS leadership
  WITH leadership, undated, governments, [i IN range(0, size(chairs) - 1) | head([chair IN [chairs[i]] | chair {.*,
      posts: chair.posts + CASE WHEN terms[i] IS NULL THEN [] ELSE [terms[i]] END}])] AS seated
  WITH leadership, undated, seated + CASE WHEN leadership IN ['rotating', 'collective'] THEN [m IN governments | {
      rotating: leadership = 'rotating', posts: [of IN [m.of] | of {
        .rank, .rank_basis, .rank_by_rule, seat: true, mode: 'HEAD', leads: true, unit: m.uid, of: of}]}] ELSE [] END AS found
  RETURN leadership, CASE
      WHEN undated THEN []
      WHEN size(found) = 0 AND leadership IN ['rotating', 'collective'] THEN [{rotating: true, posts: []}]
      ELSE found
    END AS leading
}
