// title: Drop a rule
// question: Is the constraint of persons gone?
// access: schema
DROP CONSTRAINT unique_person IF EXISTS
