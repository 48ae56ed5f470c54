// title: One uid, one Group
// question: Are the uids of groups (领导小组 and kin) unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_group IF NOT EXISTS FOR (n:Group) REQUIRE n.uid IS UNIQUE
