// title: One uid, one @label
// question: Are the uids of @things unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_@variable IF NOT EXISTS FOR (n:@label) REQUIRE n.uid IS UNIQUE
