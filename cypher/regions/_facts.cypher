// title: Founding documents
// zh: 成立文件
// question: On which documents was the group founded, and of which kind are they?
// takes: g
// gives: documents, instruments
CALL (g) {
  OPTIONAL MATCH (g)-[:ESTABLISHED_BY]->(document:Document)
  WITH document ORDER BY document.uid
  RETURN collect(document.uid) AS documents, collect(document.instrument) AS instruments
}
