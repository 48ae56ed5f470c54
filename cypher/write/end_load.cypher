// title: End a load
// question: Had this load its place until its end?
// access: write
// param token: string -- of this load
// column held: boolean -- false where another load has taken its place
// note: Run twice, since the first answer was lost on its way, it gives the same answer.
// example: token=t
OPTIONAL MATCH (mark:Schema {uid: 'lsgraph'})
WHERE mark.load = $token OR (mark.load IS NULL AND mark.load_ended = $token)
SET mark.load_ended = $token
REMOVE mark.load, mark.load_holder, mark.load_since, mark.load_until, mark.load_private
RETURN mark IS NOT NULL AS held
