// title: Whether there is a gap at all
// question: Has the group a gap and a coverage by nature, known or not?
// note: It has none where a chair owns or by law cannot command every member: that is another thing than a missing value.
// takes: leaders, figures, related
// gives: defined
WITH *, NOT (size(leaders) > 0 AND figures.n_left = 0 AND size(related) > 0) AS defined
