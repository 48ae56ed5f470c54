// title: Take a node of somebody else away
// question: Is the node that bears a uid of ours gone?
// access: write
MATCH (n:Person {uid: 'person:x', owner: 'somebody'})
DETACH DELETE n
