// title: Issuers
// zh: 发文机关
// question: Which units founded the group, and which asked for it?
// note: A general office (办公厅, 办公室) and the office of a group (河长办) issue for whom they serve on the day;
//   `signed` is who signed. `asked` marks those who petitioned for a founding that a superior approved.
// takes: g, day
// gives: issuers
CALL (g, day) {
  CALL (g) {
    MATCH (g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(signed:Unit)
    RETURN signed, false AS asked
    UNION
    MATCH (g)-[:ESTABLISHED_BY]->(act:Document)
    UNWIND act.petitioned_by AS uid
    MATCH (signed:Unit {uid: uid})
    RETURN signed, true AS asked
  }
  OPTIONAL MATCH (signed)-[of:DEPARTMENT_OF]->(served:Unit)
  WHERE (signed.general_office OR signed.group_office) AND of.valid_from <= day < of.valid_to
  RETURN collect(DISTINCT {uid: coalesce(served, signed).uid, signed: signed.uid, asked: asked}) AS issuers
}
