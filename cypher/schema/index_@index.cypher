// title: Find a @label by @property
// question: Is there an index, since @reason?
// access: schema
CREATE INDEX @{variable}_@property IF NOT EXISTS FOR (n:@label) ON (n.@property)
