// title: Successors in force
// question: For how many successions is the successor there when the old division ends, and for how many not?
// column in_force: boolean -- whether the successor is in force on the day on which the old one is no more
// column successions: integer -- successions
MATCH (old:Division)-[:SUCCEEDED_BY]->(new:Division)
RETURN new.valid_from <= old.valid_to < new.valid_to AS in_force, count(*) AS successions
ORDER BY in_force
