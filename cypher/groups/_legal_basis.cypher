// title: Acts and items
// zh: 成立文件与六项依据
// question: Which acts founded the group, of which form are they, and which of the six items do they settle?
// takes: g, day
// gives: documents, instrument, acts, items, known, n_yes
// note: The items: issuer competent; binding powers stated; duties per member; host office; term and abolition;
//   published. Yes if one act is known to say so, no if all are known not to, else unknown.
CALL (g) {
  OPTIONAL MATCH (g)-[:ESTABLISHED_BY]->(d:Document)
  WITH d ORDER BY d.uid
  RETURN collect(d {.uid, .number, .title, .issued, .instrument,
      issuers: COLLECT { MATCH (d)-[:ISSUED_BY]->(u:Unit) RETURN u.name ORDER BY u.name }}) AS documents,
    max(d.instrument) AS instrument,
    collect([d.issuer_competent, d.binding_powers, d.duties_per_member, d.host_office,
      d.term_and_abolition, d.published]) AS acts
}
WITH g, day, documents, instrument, acts[..size(documents)] AS acts
WITH *, [i IN range(0, 5) | CASE
    WHEN any(act IN acts WHERE coalesce(act[i], false)) THEN true
    WHEN size(acts) > 0 AND all(act IN acts WHERE act[i] IS NOT NULL) THEN false
  END] AS items
WITH *, [item IN items WHERE item IS NOT NULL] AS known
WITH *, size([item IN known WHERE item]) AS n_yes
