// title: Find a Post by title
// question: Is there an index, since posts are asked for by title?
// access: schema
CREATE INDEX post_title IF NOT EXISTS FOR (n:Post) ON (n.title)
