// title: Renew a load
// question: May this load go on for so many seconds?
// access: write
// param token: string -- of this load
// param seconds: integer -- from now on
// example: token=t, seconds=60
MATCH (mark:Schema {uid: 'lsgraph'})
WHERE mark.load = $token
SET mark.load_until = timestamp() + 1000 * $seconds
