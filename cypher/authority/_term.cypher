// title: Terms at the centre
// zh: 中央任期
// question: Does a member of the Politburo chair a body of the centre, and by which rank and command?
// note: A body of the centre is one that the centre founded or that is named after it. A member of the Standing Committee
//   (COLLEGIAL at the centre, 10) chairs it as such: DEPUTY_HEAD of the centre, 10, under every basis (`by_term`). Other
//   members of the Politburo have 9 and command nobody by it. Terms (loaders/data/terms.yaml) are known since 1982-09-13.
// takes: g, day, chairs, issuers, reach
// gives: terms, term_flags
CALL (g, day, chairs, issuers, reach) {
  WITH *, any(word IN ['中央', '中共中央', '国务院', '全国', '国家'] WHERE g.name STARTS WITH word)
    OR any(issuer IN issuers WHERE NOT issuer.asked AND any(unit IN reach WHERE issuer.uid IN unit.tops)) AS central
  WITH *, [chair IN chairs WHERE central AND chair.person IS NOT NULL | {
    commands: any(held IN chair.posts WHERE held.leads AND (held.of:Country)), seats: [held IN chair.posts
      WHERE held.mode = 'COLLEGIAL' AND (held.of:Country) AND NOT coalesce(held.title CONTAINS '书记处', false)]}] AS held
  RETURN [chair IN chairs | head([post IN chair.posts WHERE central AND chair.person IS NOT NULL
      AND post.mode = 'COLLEGIAL' AND post.rank = 10 AND (post.of:Country)
      | post {.*, mode: 'DEPUTY_HEAD', seat: true, leads: true, by_term: true, rank_basis: 'override', rank_by_rule: null}])] AS terms,
    [flag IN [
      CASE WHEN any(chair IN held WHERE NOT chair.commands AND size(chair.seats) > 0
        AND all(seat IN chair.seats WHERE seat.rank = 9)) THEN 'politburo_chair' END,
      CASE WHEN size(held) > 0 AND day < date('1982-09-13') THEN 'rank_not_covered' END
    ] WHERE flag IS NOT NULL] AS term_flags
}
