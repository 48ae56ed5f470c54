// title: The one chair
// zh: 单独一名组长
// question: Who chairs the group, where one chair alone does?
// takes: leaders
// gives: only, post
WITH *, [chair IN leaders WHERE chair.post IS NOT NULL OR size(chair.commands) > 0] AS found
WITH *, CASE size(found) WHEN 1 THEN found[0] END AS only
OPTIONAL MATCH (post:Post {uid: only.post})
