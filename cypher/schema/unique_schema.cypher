// title: One uid, one Schema
// question: Are the uids of the mark of the schema version unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_schema IF NOT EXISTS FOR (n:Schema) REQUIRE n.uid IS UNIQUE
