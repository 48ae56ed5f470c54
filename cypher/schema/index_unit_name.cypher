// title: Find a Unit by name
// question: Is there an index, since places and agencies are asked for by name?
// access: schema
CREATE INDEX unit_name IF NOT EXISTS FOR (n:Unit) ON (n.name)
