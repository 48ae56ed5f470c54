// title: Flags
// zh: 标记
// question: What must a reader know about this type?
// note: A peer leads where the chair is of a member or rotates, and where the chair's government has the rank of a member
//   government and neither commands the other. A chair is stale who was last shown before the window.
// takes: g, day, chair_seen, issuers, chairs, reach, scoped, term_flags, chair_post_unknown, member_lost, leadership, origin, owned, figures, row,
//   known_type
// gives: flags
CALL (g, day, chair_seen, issuers, chairs, reach, scoped, term_flags, chair_post_unknown, member_lost, leadership, origin, owned, figures, row, known_type) {
  WITH *, figures AS f, known_type = 'UNKNOWN' AND row > 2 AS link_unknown, reduce(units = [], chair IN chairs
    | units + [held IN chair.posts WHERE held.seat | held.unit]) AS seated
  WITH *, f.n_own > 0 OR leadership = 'rotating' OR any(unit IN reach WHERE unit.uid IN seated
    AND any(m IN scoped WHERE m.division AND m.uid <> unit.uid AND NOT m.uid IN unit.superiors
      AND any(home IN unit.homes WHERE home.rank = m.of.rank AND NOT home.uid IN m.at.superiors))) AS of_peers
  RETURN [flag IN [
      CASE WHEN row = 0 THEN 'own_unit_only' END,
      CASE WHEN row IN [0, 1] AND known_type = 'UNKNOWN' THEN 'roster_unknown' END,
      CASE WHEN row = 1 AND member_lost THEN 'member_lost' END,
      CASE WHEN row = 2 AND known_type = 'UNKNOWN' THEN 'chair_unknown' END,
      CASE WHEN chair_post_unknown THEN 'chair_post_unknown' END,
      CASE WHEN row = 3 AND owned THEN 'one_person_heads_all' END,
      CASE WHEN row = 3 AND NOT owned THEN 'outside_only' END,
      CASE WHEN link_unknown THEN 'link_unknown' END,
      CASE WHEN row = 4 OR (row = 10 AND NOT link_unknown AND of_peers)
        THEN 'mandated_peer' END,
      CASE WHEN (row = 5 AND origin = 'unknown') OR (row = 9 AND NOT link_unknown)
        THEN 'origin_inferred' END,
      CASE WHEN row = 6 AND origin = 'members' THEN 'self_initiated' END,
      CASE WHEN row = 7 AND f.gap_min <= 0 THEN 'delegated' END,
      CASE WHEN row = 7 AND f.gap_min IS NULL THEN 'rank_missing' END,
      CASE WHEN row = 10 AND NOT link_unknown AND origin = 'unknown' THEN 'origin_unknown' END,
      CASE WHEN row = 10 AND NOT link_unknown AND origin = 'third_party' THEN 'third_party_origin' END,
      CASE WHEN any(issuer IN issuers WHERE issuer.asked) THEN 'petitioned' END,
      CASE WHEN f.cross_branch THEN 'cross_branch' END,
      CASE WHEN f.n_outside > 0 THEN 'outside_command' END,
      CASE WHEN g.roster <> 'complete' AND f.n_members >= 2 THEN 'partial_roster' END,
      CASE WHEN g.last_documented IS NULL THEN 'undated' END,
      CASE WHEN any(chair IN chairs WHERE chair.status = 'last_shown') THEN 'chair_last_shown' END,
      CASE WHEN g.last_documented IS NOT NULL AND chair_seen < day - duration({years: $seen_within}) THEN 'chair_stale' END,
      CASE WHEN g.unsourced THEN 'unsourced' END
    ] WHERE flag IS NOT NULL] + term_flags AS flags
}
