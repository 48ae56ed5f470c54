// title: One uid, one Document
// question: Are the uids of documents (文件) unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_document IF NOT EXISTS FOR (n:Document) REQUIRE n.uid IS UNIQUE
