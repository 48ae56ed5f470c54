// title: Double command
// zh: 多头领导
// question: Which units have chairs of several groups over them, and which several superiors by statute?
// takes: entry
// gives: checked
// note: `chairs`: the unit sits on the day in several groups, and a chair of one of them, other than the unit's own
//   head, is no chair of another. `superiors`: more than one tie of command leads up from the unit, 代管 (acting) left
//   out. `checked` are all units of either kind, `several` those with more than one; `unknown` where the chair of one
//   of its groups is not known.
WITH collect(entry) AS entries
CALL (entries) {
  UNWIND entries AS e
  UNWIND e.inside AS unit
  WITH unit, collect({
    uid: e.uid, name: e.name, known: e.chairs_known, shown: e.shown,
    keys: [c IN e.over WHERE NOT unit IN c.own | c.key],
    chairs: [c IN e.chairs | coalesce(c.name + ' ', '') + coalesce(c.title, '')]
  }) AS seats
  WITH unit, seats, [s IN seats WHERE size(s.keys) > 0] AS led
  RETURN collect({
    kind: 'chairs', unit: unit, over: [s IN led | {uid: s.uid, name: s.name, by: s.chairs}],
    several: size(led) > 1
      AND any(s IN led WHERE any(key IN s.keys WHERE NOT all(other IN led WHERE key IN other.keys))),
    unknown: any(s IN seats WHERE NOT s.known), shown: all(s IN led WHERE s.shown)
  }) AS under_chairs
}
CALL () {
  MATCH (lower:Unit)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->(upper:Unit)
  WHERE up.valid_from <= $as_of < up.valid_to AND coalesce(up.mode, 'statutory') = 'statutory'
    AND lower.valid_from <= $as_of < lower.valid_to
    AND ($region IS NULL OR any(line IN [COLLECT {
      MATCH (lower)
        (()-[next:PART_OF|DEPARTMENT_OF|LED_BY WHERE next.valid_from <= $as_of < next.valid_to]->()){0,12}
        (above:Unit)
      RETURN above.uid
    }] WHERE any(one IN line WHERE one IN $region) AND none(one IN line WHERE '-' + one IN $region)))
  WITH lower, upper, type(up) AS tie ORDER BY upper.uid, tie
  WITH lower, collect(DISTINCT {uid: upper.uid, name: upper.name, by: [tie]}) AS over
  RETURN collect({
    kind: 'superiors', unit: lower.uid, over: over, unknown: false, shown: true,
    several: any(o IN over WHERE o.uid <> over[0].uid)
  }) AS under_superiors
}
WITH under_chairs + under_superiors AS checked
