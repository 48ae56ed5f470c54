// title: One uid, one Post
// question: Are the uids of posts (职务) unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_post IF NOT EXISTS FOR (n:Post) REQUIRE n.uid IS UNIQUE
