// title: Host and members
// question: Which government is the host, and which candidates are members?
// note: Hosts are no members and so no obstacle to one another: the rounds settle that (a chain of hosts is at
//   most centre, province, city). The centre, or the division of an issuer, of the group's place or of a
//   commanding post of a chair, is host if it properly commands every other member government; where there is none, a member agency,
//   or if every seat is its own. The host's officials (its general office too) make it no member; a
//   listing of the government itself does. The governments of co-chairs and rotating chairs are members.
WITH *, size(chairs) > 1 OR g.leadership IN ['rotating', 'co_chairs']
  OR any(chair IN chairs WHERE chair.rotating) AS several
WITH *, [c IN candidates WHERE 'listed' IN c.basis OR 'seat' IN c.basis
  OR (several AND c.division)] AS seated
WITH *, reduce(found = [], uid IN reduce(tops = [], unit IN reach | tops + unit.tops)
    + reduce(own = [], issuer IN issuers | own
      + coalesce(head([unit IN reach WHERE unit.uid = issuer.signed | unit.governments]), [])) + [g.place]
    + reduce(own = [], chair IN chairs | own + reduce(led = [], held IN [held IN chair.posts
      WHERE held.mode IN ['HEAD', 'DEPUTY_HEAD', 'DEPT_HEAD']]
      | led + coalesce(head([unit IN reach WHERE unit.uid = held.unit | unit.governments]), [])))
  | CASE WHEN uid IS NULL OR uid IN found THEN found ELSE found + uid END) AS hostable
WITH *, reduce(hosts = [], round IN range(1, 4) | [host IN hostable WHERE
    CASE
      WHEN any(c IN seated WHERE c.division AND c.uid <> host
        AND ('listed' IN c.basis OR NOT c.uid IN hosts))
      THEN all(c IN seated WHERE NOT c.division OR c.uid = host
        OR (c.uid IN hosts AND NOT 'listed' IN c.basis)
        OR any(unit IN reach WHERE unit.uid = c.uid AND host IN unit.superiors))
      ELSE any(c IN seated WHERE NOT c.division AND NOT c.general_office
          AND any(unit IN reach WHERE unit.uid = c.uid AND host IN unit.superiors))
        OR (size(seats) > 0 AND unplaced = 0 AND none(c IN candidates WHERE 'listed' IN c.basis)
          AND all(seat IN seats WHERE any(unit IN reach WHERE unit.uid = seat
            AND (seat = host OR (unit.general_office AND host IN unit.owners)))))
    END]) AS hosts
WITH g, day, chairs, chair_post_unknown, candidates, issuers, reach, hosts, several,
  [c IN seated WHERE 'listed' IN c.basis OR NOT (
    c.uid IN hosts OR (c.general_office
      AND any(unit IN reach WHERE unit.uid = c.uid AND any(owner IN unit.owners WHERE owner IN hosts))))
  ] AS members,
  size(seats) > 0 AND unplaced = 0 AND none(c IN candidates WHERE 'listed' IN c.basis)
    AND all(seat IN seats WHERE any(unit IN reach WHERE unit.uid = seat AND (
      seat IN hosts OR (unit.general_office AND any(owner IN unit.owners WHERE owner IN hosts))))) AS only_own_seats
