// title: Nodes of somebody else
// question: Are there nodes and ties that no loader wrote, some under our labels and uids?
// access: write
CREATE (note:Note {owner: 'somebody', text: 'mine'}),
  ({owner: 'somebody'}),
  (:Schema {owner: 'somebody', uid: 'theirs'}),
  (:Group {owner: 'somebody', uid: 'theirs', dataset: 'groups'}),
  (:Unit:Agency {owner: 'somebody', uid: 'theirs', dataset: 'lsgraph', digest: 5}),
  (:Person {owner: 'somebody', name: 'no uid'}),
  (person:Person {owner: 'somebody', uid: 'person:x', dataset: 'one', name: 'theirs'}),
  (person)-[:HOLDS {owner: 'somebody', key: 'k', dataset: 'one'}]->(note)
