// title: Sides
// question: Is a member commanded by one of several chairs of that chair's side?
// note: Where no single chair owns or commands all members, a member commanded by one of several chairs counts as OWN.
WITH *, [i IN range(0, size(leaders) - 1) WHERE all(m IN related
    WHERE m.relation = 'OUTSIDE' OR m.by[i] IN ['OWN', 'LINE'])] AS leads_all,
  [i IN range(0, size(leaders) - 1) WHERE size(related) > 0
    AND all(m IN related WHERE m.by[i] = 'OWN')] AS owns_all
WITH *, [m IN related | m {.*, relation: CASE
    WHEN m.relation = 'LINE' AND size(leaders) > 1 AND size(leads_all) = 0 THEN 'OWN'
    ELSE m.relation END}] AS related
