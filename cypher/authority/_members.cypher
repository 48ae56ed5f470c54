// title: Candidates for membership
// zh: 可能的成员
// question: Which units have a listing or a seat in the group on the day?
// note: `basis` says why: listed (a source lists the unit), seat (an official sits), chair (an official
//   chairs). Who of them is a member depends on the host and is decided later.
// takes: g, day
// gives: candidates
// param suppose_members: list<uid<Unit>> = [] -- uids of units that are taken for listed members too ("" is none)
//   -- 假设同为成员的单位的 uid（"" 表示没有）
CALL (g, day) {
  CALL (g, day) {
    MATCH (unit:Unit)-[m:MEMBER_OF]->(g)
    WHERE m.valid_from <= day < m.valid_to AND unit.valid_from <= day < unit.valid_to
      AND NOT unit.uid IN $suppose_members
    RETURN unit, m AS tie
    UNION
    UNWIND $suppose_members AS uid
    MATCH (unit:Unit {uid: uid})
    WHERE unit.valid_from <= day < unit.valid_to
    RETURN unit, unit {.rank, .rank_basis, .rank_by_rule, role: 'member', basis: ['listed']} AS tie
  }
  RETURN collect(tie {
    .role, .rank, .rank_basis, .rank_by_rule, .basis, .source, .confidence,
    uid: unit.uid, name: unit.name, code: unit.code, branch: unit.branch, of: unit,
    division: unit:Division, general_office: coalesce(unit.general_office, false),
    department: EXISTS {
      MATCH (unit)-[of:DEPARTMENT_OF]->() WHERE of.valid_from <= day < of.valid_to
    },
    supposed: unit.uid IN $suppose_members
  }) AS candidates
}
