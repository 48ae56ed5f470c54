// title: Every tie whole
// question: Between which nodes does each relationship run, with which properties?
// column type: string -- type
// column start: string -- uid of the node at its start
// column end: string -- uid of the node at its end
// column properties: map -- properties
MATCH (start)-[tie]->(end)
RETURN type(tie) AS type, start.uid AS start, end.uid AS end, properties(tie) AS properties
