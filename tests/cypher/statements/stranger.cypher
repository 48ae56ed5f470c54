// title: A node of somebody else
// question: Is there a node that no loader wrote?
// access: write
CREATE (:Note {text: 'mine'})
