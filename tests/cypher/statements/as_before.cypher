// title: Marks of an earlier lsgraph
// question: Does the graph stand as an lsgraph wrote it that marked its own by the plain name of the dataset?
// access: write
MATCH (schema:Schema {uid: 'lsgraph'})
SET schema.version = 2
WITH schema
CALL () {
  MATCH (n) WHERE n.dataset STARTS WITH 'lsgraph:'
  SET n.dataset = substring(n.dataset, size('lsgraph:'))
}
CALL () {
  MATCH ()-[tie]->() WHERE tie.dataset STARTS WITH 'lsgraph:'
  SET tie.dataset = substring(tie.dataset, size('lsgraph:'))
}
