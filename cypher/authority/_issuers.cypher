// title: Issuers
// question: Which units founded the group?
// note: A general office (办公厅, 办公室) issues for whom it serves on the day; `signed` is who signed.
// takes: g, day
// gives: issuers
CALL (g, day) {
  MATCH (g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(signed:Unit)
  OPTIONAL MATCH (signed)-[of:DEPARTMENT_OF]->(served:Unit)
  WHERE signed.general_office AND of.valid_from <= day < of.valid_to
  RETURN collect(DISTINCT {uid: coalesce(served, signed).uid, signed: signed.uid}) AS issuers
}
