// title: Begin a load
// question: May this load write now, or is another under way?
// access: write
// param token: string -- of this load
// param holder: string -- who loads: user, machine, process
// param seconds: integer -- after so many seconds without a renewal others may take its place
// param private: boolean -- it holds the lock file of the private server too: another that did has died
// column token: string -- of the load that may write now
// column holder: string -- who that is
// column since: any -- when it began
// example: token=t, holder=me, seconds=60, private=false
MERGE (mark:Schema {uid: 'lsgraph'})
SET mark.turn = true
REMOVE mark.turn
WITH mark
MATCH (held:Schema {uid: 'lsgraph'})
FOREACH (_ IN CASE WHEN held.load IS NULL OR held.load_until < timestamp()
    OR (held.load_private AND $private) THEN [1] ELSE [] END |
  SET held.load = $token, held.load_holder = $holder, held.load_since = datetime(),
    held.load_until = timestamp() + 1000 * $seconds, held.load_private = $private)
WITH held
RETURN held.load AS token, held.load_holder AS holder, held.load_since AS since
