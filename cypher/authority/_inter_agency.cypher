// title: Cooperation of agencies across governments
// zh: 跨地区的部门协作
// question: Do agencies of several governments, and no government, cooperate in the group?
// note: Procuratorates, courts, police and CPPCCs of several places: such a group is of no region. A body that one
//   government runs (its `place`) is none. The code in the uid of an agency says whose it is.
// takes: g, members
// gives: inter_agency
WITH *, g.place IS NULL AND none(m IN members WHERE m.division) AND size(reduce(codes = [], m IN members
  | CASE WHEN size(split(m.uid, ':')) < 3 OR split(m.uid, ':')[1] IN codes + '100000' THEN codes
    ELSE codes + split(m.uid, ':')[1] END)) >= 2 AS inter_agency
