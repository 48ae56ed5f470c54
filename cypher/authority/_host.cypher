// title: Host and members
// zh: 东道政府与成员
// question: Which government is the host, and which candidates are members?
// note: Hosts do not count as members and so do not hinder one another: the rounds settle that (a chain of hosts is at
//   most centre, province, city). The centre, or the division of an issuer, of the group's place or of a
//   commanding post of a chair, or of who presided, is host if it properly commands every other member government; where there is none, a member agency,
//   or if nobody sits but itself or it runs the group, or if every seat is its own. No general office counts there. The host's officials (its
//   general office too) make it no member; a listing of the government itself does. The governments of co-chairs and rotating chairs are members. `at` is
//   what stands above a member. `run_by` are the hosts that place, issuer, chair or presider name, not the centre as such.
// takes: g, chairs, seats, presiders, unplaced, candidates, issuers, reach
// gives: several, hosts, run_by, members, only_own_seats
CALL (g, chairs, seats, presiders, unplaced, candidates, issuers, reach) {
  WITH *, size(chairs) > 1 OR g.leadership IN ['rotating', 'co_chairs']
    OR any(chair IN chairs WHERE chair.rotating) AS several,
    presiders + [issuer IN issuers WHERE NOT issuer.asked | issuer.signed] + reduce(led = [], chair IN chairs
      | led + [held IN chair.posts WHERE held.leads | held.unit]) AS named,
    CASE WHEN unplaced = 0 AND none(c IN candidates WHERE 'listed' IN c.basis) THEN [uid IN seats
      | head([u IN reach WHERE u.uid = uid | CASE WHEN u.general_office THEN u.owners + uid ELSE [uid] END])]
    ELSE [] END AS sitting
  WITH *, reduce(found = [coalesce(g.place, '')], unit IN reach | found + [uid IN unit.governments
      WHERE unit.uid IN named AND NOT uid IN found]) AS own
  WITH several, sitting, own, reduce(found = own, unit IN reach | found + [uid IN unit.tops WHERE NOT uid IN found]) AS hostable,
    [c IN candidates WHERE several AND c.division OR 'listed' IN c.basis OR 'seat' IN c.basis
      | c {.*, listed: 'listed' IN c.basis, at: head([unit IN reach WHERE unit.uid = c.uid])}] AS seated
  WITH several, sitting, own, seated, reduce(hosts = [], round IN range(1, 4) | [host IN hostable WHERE CASE
      WHEN any(c IN seated WHERE c.division AND c.uid <> host AND (c.listed OR NOT c.uid IN hosts))
      THEN all(c IN seated WHERE NOT c.division OR c.uid = host OR host IN c.at.superiors
        OR (c.uid IN hosts AND NOT c.listed))
      ELSE any(c IN seated WHERE NOT c.division AND NOT c.general_office AND host IN c.at.superiors)
        OR (any(c IN seated WHERE c.uid = host OR (c.general_office AND host IN c.at.owners))
          AND (host = g.place OR all(c IN seated WHERE c.division OR (c.general_office AND any(owner IN c.at.owners
            WHERE owner = host OR owner IN hosts)))))
        OR (size(sitting) > 0 AND all(units IN sitting WHERE host IN units))
    END]) AS hosts
  RETURN several, hosts, [host IN hosts WHERE host IN own] AS run_by, [c IN seated WHERE c.listed OR NOT (c.uid IN hosts
      OR (c.general_office AND any(owner IN c.at.owners WHERE owner IN hosts)))] AS members,
    size(sitting) > 0 AND all(units IN sitting WHERE any(uid IN units WHERE uid IN hosts)) AS only_own_seats
}
