// title: A second node under a uid
// question: Has somebody else two persons under one uid?
// access: write
CREATE (:Person {owner: 'somebody', uid: 'person:x'})
