// title: Issuers
// question: Which units founded the group?
// note: A general office (办公厅, 办公室) issues for its government. `division` is the issuer itself or the
//   government that an issuing agency belongs to.
CALL (g, day) {
  MATCH (g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(issuer:Unit)
  CALL (issuer) {
    OPTIONAL MATCH path = (issuer)-[:DEPARTMENT_OF|LED_BY]->{0,4}(government:Division)
    RETURN government.uid AS division
    ORDER BY length(path), government.valid_to DESC LIMIT 1
  }
  WITH DISTINCT issuer, division
  RETURN collect({
    uid: CASE WHEN issuer.general_office THEN division ELSE issuer.uid END,
    division: division
  }) AS issuers
}
