// title: Find a Group by name
// question: Is there an index, since groups are asked for by name?
// access: schema
CREATE INDEX group_name IF NOT EXISTS FOR (n:Group) ON (n.name)
