// title: Issuers
// question: Which units founded the group?
// note: A general office (办公厅, 办公室) issues for whom it serves on the day; `signed` is who signed. `owners` are the
//   units that the issuer is a department of.
CALL (g, day) {
  MATCH (g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(signed:Unit)
  OPTIONAL MATCH (signed)-[of:DEPARTMENT_OF]->(served:Unit)
  WHERE signed.general_office AND of.valid_from <= day < of.valid_to
  WITH DISTINCT day, signed, coalesce(served, signed) AS issuer
  RETURN collect({uid: issuer.uid, signed: signed.uid, owners: COLLECT {
    MATCH (issuer)-[of:DEPARTMENT_OF]->(owner:Unit)
    WHERE of.valid_from <= day < of.valid_to
    RETURN owner.uid
  }}) AS issuers
}
