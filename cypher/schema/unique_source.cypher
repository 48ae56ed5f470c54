// title: One uid, one Source
// question: Are the uids of sources (出处) unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_source IF NOT EXISTS FOR (n:Source) REQUIRE n.uid IS UNIQUE
