// title: One uid, one Person
// question: Are the uids of persons (人) unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_person IF NOT EXISTS FOR (n:Person) REQUIRE n.uid IS UNIQUE
