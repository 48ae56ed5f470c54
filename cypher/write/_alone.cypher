// title: One write at a time
// question: Does this write wait until no other is under way, and is it of the load that may write?
// param token: string? = null -- of the load that writes; null: of none, which may write while none runs
//   -- 正在写入的载入的标记；留空：不属任何载入，没有载入时方可写入
// gives: alone
// note: It changes the mark of the schema, so the server locks that node until the rows are kept (to
//   remove a property that is not there would lock nothing, so one is set first). The next
//   batch can be sent meanwhile, and two loads at once take turns: neither stops the other (deadlock).
//   Who may write is read after that, from the node as it is now: of a load whose time is over and whose
//   place another has taken, no row is written.
OPTIONAL MATCH (alone:Schema {uid: 'lsgraph'})
SET alone.turn = true
REMOVE alone.turn, alone.loaded
WITH alone
OPTIONAL MATCH (held:Schema {uid: 'lsgraph'})
WITH alone, held
WHERE CASE WHEN $token IS NULL THEN held.load IS NULL OR held.load_until < timestamp()
  ELSE held.load = $token END
WITH alone
