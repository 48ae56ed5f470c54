// title: Chairs by what they command
// question: Which chairs command the same units?
// note: What lies below a unit is collected once, whoever heads it. A chair who commands several units by posts of
//   different branches is left out.
// include: authority/_one_leader, authority/_counted
WITH *, leaders[0].commands AS commands
WHERE all(c IN commands WHERE c.unit = commands[0].unit)
  OR all(c IN commands WHERE c.branch = commands[0].branch)
WITH [c IN commands | c.unit] AS units, collect({
  post: post, holder: holder, leader: leaders[0], posts: posts, chaired: chaired
}) AS led
WITH collect({units: units, led: led}) AS commanding
