// title: Forget a load
// question: Can the graph do without the token of a load whose end was confirmed?
// access: write
// param token: string -- of this load
// note: While it stays, `end_load` can be asked again; then two equal loads leave the same graph.
// example: token=t
MATCH (mark:Schema {uid: 'lsgraph'})
WHERE mark.load_ended = $token
REMOVE mark.load_ended
