// title: Whether there is a gap at all
// zh: 是否有级差可言
// question: Has the group a gap and a coverage by nature, known or not?
// note: A group has neither where a chair heads each member or may not command it by law. A missing value differs from that.
// takes: leaders, figures, related
// gives: defined
WITH *, NOT (size(leaders) > 0 AND figures.n_left = 0 AND size(related) > 0) AS defined
