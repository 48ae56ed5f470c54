// title: Issuers
// question: Which units founded the group?
// note: A general office (办公厅, 办公室) issues for its government. `division` is the issuer itself or the
//   government that an issuing agency belongs to on the day; null where the agency is no more.
CALL (g, day) {
  MATCH (g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(issuer:Unit)
  CALL (issuer, day) {
    OPTIONAL MATCH (issuer)
      (()-[of:DEPARTMENT_OF|LED_BY WHERE of.valid_from <= day < of.valid_to]->()){0,4}
      (government:Division)
    RETURN government.uid AS division
    ORDER BY size(of), government.valid_to DESC LIMIT 1
  }
  WITH DISTINCT issuer, division
  RETURN collect({
    uid: CASE WHEN issuer.general_office THEN coalesce(division, issuer.uid) ELSE issuer.uid END,
    division: division
  }) AS issuers
}
