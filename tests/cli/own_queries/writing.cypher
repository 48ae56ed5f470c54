// title: A statement that writes
// question: What does a header that says read not make readable?
// tags: mine
// column uid: string -- uid
CREATE (node:Note {uid: 'note'})
RETURN node.uid AS uid
