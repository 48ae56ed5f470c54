// title: Find a Person by name
// question: Is there an index, since persons are asked for by name?
// access: schema
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name)
