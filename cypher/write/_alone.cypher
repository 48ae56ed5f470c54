// title: One write at a time
// question: Does this write wait until no other is under way?
// gives: alone
// note: It changes the mark of the schema, so the server locks that node until the rows are kept (to
//   remove a property that is not there would lock nothing, so one is set first). The next
//   batch can be sent meanwhile, and two loads at once take turns: neither stops the other (deadlock).
OPTIONAL MATCH (alone:Schema {uid: 'lsgraph'})
SET alone.turn = true
REMOVE alone.turn, alone.loaded
WITH alone
