// title: Divisions that the words of a title may mean
// zh: 职务名称中可能所指的区划 -- 某日哪些区划用这些名称，哪个邻近，由谁领导？
// question: Which divisions bear one of these names on a day, which is near, and what leads them?
// tags: divisions, posts, lookup
// note: Short names count for provinces and prefectures, and a 州 by its first two characters: 恩施州, 恩施自治州.
//   All superiors on the day are answered too, and the country.
//   -- 省级和地级可用简称，州可用前两字：恩施州即恩施自治州。当日的全部上级以及国家也一并给出。
// param names: list<string> -- the names, as parts of a title -- 职务名称中可能所指的各名称
// param near: uid<Division|Group>? = null -- uid of a division, or of a group: the division that runs it
//   -- 区划的 uid，或小组的 uid（指主管该组的区划）
// param as_of: date -- the day
// column level: string -- Country, Province, Prefecture, County or Township
// column upper: string? -- uid of the direct superior -- 直接上级的 uid
// column place: boolean -- whether it is the one near -- 是否为邻近的一个
// example: names=["济南", "济南市"], as_of=2018-12-25
CALL () {
  MATCH (unit:Unit) WHERE unit.name IN $names RETURN unit
  UNION
  MATCH (unit:Division) WHERE unit.name_short IN $names AND unit.level IN ['Province', 'Prefecture']
  RETURN unit
  UNION
  MATCH (unit:Prefecture) WHERE unit.name ENDS WITH '州' AND left(unit.name, 2) IN $names RETURN unit
  UNION
  MATCH (unit:Country) RETURN unit
  UNION
  MATCH (unit:Division {uid: $near}) RETURN unit
  UNION
  MATCH (g:Group {uid: $near}) MATCH (unit:Division {uid: g.place}) RETURN unit
}
MATCH (unit) (()-[up:PART_OF WHERE up.valid_from <= $as_of < up.valid_to]->(:Division)){0,8} (found:Division)
WHERE unit.valid_from <= $as_of < unit.valid_to AND found.valid_from <= $as_of < found.valid_to
WITH DISTINCT found
OPTIONAL MATCH (found)-[tie:PART_OF WHERE tie.valid_from <= $as_of < tie.valid_to]->(upper:Division)
WITH found, min(upper.uid) AS upper
RETURN found.uid AS uid, found.code AS code, found.name AS name, found.name_short AS name_short,
  found.level AS level, found.rank AS rank, found.from_edtf AS from_edtf, found.to_edtf AS to_edtf,
  upper, coalesce(found.uid = $near, false) OR EXISTS { MATCH (:Group {uid: $near, place: found.uid}) } AS place
ORDER BY code, uid
