// title: One uid, one Unit
// question: Are the uids of divisions (行政区划) and agencies (机构) unique, and quick to find?
// access: schema
CREATE CONSTRAINT unique_unit IF NOT EXISTS FOR (n:Unit) REQUIRE n.uid IS UNIQUE
