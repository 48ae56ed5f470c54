// title: The chair of many groups
// question: Which rank and which commands has the chair?
// note: As in any group, by the same parts; one whose post belongs to no unit in force is no known chair.
// include: authority/_one_chair, authority/_holder
WITH *, {basis: $basis} AS reading,
  [{post: post.uid, title: post.title, person: holder.uid, name: holder.name, posts: posts}] AS leaders
WHERE any(held IN posts WHERE held.seat AND held.unit IS NOT NULL)
