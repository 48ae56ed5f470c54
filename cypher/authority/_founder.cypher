// title: The founder of many groups
// question: Which unit founded the chair's groups, and does it stand above the chair's own units?
// note: A general office issues for whom it serves on the day; groups of several founders are left out. `owners` are
//   the units that the founder is a department of, `issuing` the governments of who signed.
CALL (chaired) {
  UNWIND chaired AS g
  WITH g, [(g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(signed:Unit) | signed] AS signers
  WHERE all(signed IN signers WHERE signed = signers[0])
  RETURN signers[0] AS signed, collect(g) AS founded
}
CALL (day, signed) {
  OPTIONAL MATCH (signed)-[of:DEPARTMENT_OF]->(office_of:Unit)
  WHERE signed.general_office AND of.valid_from <= day < of.valid_to
  WITH day, signed, collect(office_of) AS served
  WITH day, signed, coalesce(served[0], signed) AS issuer, size(served) AS serves
  WHERE serves < 2
  RETURN issuer, COLLECT {
    MATCH (issuer)-[of:DEPARTMENT_OF]->(owner:Unit)
    WHERE of.valid_from <= day < of.valid_to
    RETURN owner
  } AS owners, COLLECT {
    MATCH path = (signed)
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12} (house:Division)
    WHERE size([n IN nodes(path) WHERE n:Division]) = 1
    RETURN DISTINCT house
  } AS issuing
}
WITH *, CASE WHEN issuer IS NOT NULL THEN all(top IN own WHERE top = issuer OR EXISTS {
    MATCH (top)
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){1,12} (issuer)
  }) END AS issuer_above
UNWIND founded AS g
