// title: The national hierarchy
// zh: 全国行政层级 -- 某日从中央到乡级存续哪些区划，各由谁领导？
// question: Which divisions are in force on a day, from the centre to the townships, and who leads each?
// tags: divisions, hierarchy
// note: Townships are there where they are loaded (lsgraph load divisions --townships) and in force. Where two
//   superiors lead one division on the day, the statutory one stands here.
//   -- 乡级须已载入（lsgraph load divisions --townships）并在当日存续，方才列出。当日由两个上级领导的区划，列在其法定上级之下。
// param as_of: date = 2026-09-11 -- the day
// column parent: string? -- uid of the division that leads it; null where none does -- 领导其的区划的 uid；没有的为空
// column mode: string? -- how it is led: statutory, or acting (代管) -- 如何受领导：statutory 法定或 acting 代管
// column tie_source: string? -- uid of the source of the tie to its superior -- 与其上级的关系的来源的 uid
// column pinyin: string? -- name in pinyin
// column level: string -- Country, Province, Prefecture, County or Township
// column kind: string -- 省, 地级市, 县 and so on
// column rank: integer? (1 to 10) -- rank; null where it is contested or outside the ladder
//   -- 级别；有争议或不在级别序列之内的为空
// column rank_basis: string? -- derived or override
// column rank_by_rule: integer? (1 to 10) -- beside an override, the rank that the rule gives
//   -- 属于个案的，按规则应得的级别
// column rank_reason: string? -- why the rank is overridden -- 列为个案的理由
// example: as_of=2026-09-11
MATCH (unit:Division)
WHERE unit.valid_from <= $as_of < unit.valid_to
WITH unit, head(COLLECT {
  MATCH (unit)-[tie:PART_OF]->(upper:Division)
  WHERE tie.valid_from <= $as_of < tie.valid_to AND upper.valid_from <= $as_of < upper.valid_to
  RETURN tie ORDER BY tie.mode DESC, upper.code LIMIT 1
}) AS tie
RETURN unit.uid AS uid, endNode(tie).uid AS parent, tie.mode AS mode, tie.source AS tie_source,
  unit.name AS name, unit.name_en AS name_en, unit.pinyin AS pinyin, unit.code AS code,
  unit.level AS level, unit.kind AS kind, unit.rank AS rank, unit.rank_basis AS rank_basis,
  unit.rank_by_rule AS rank_by_rule, unit.rank_reason AS rank_reason,
  unit.from_edtf AS from_edtf, unit.to_edtf AS to_edtf,
  COLLECT { MATCH (unit)-[:SOURCED_FROM]->(s:Source) RETURN s.uid ORDER BY s.uid } AS sources
ORDER BY code, uid
