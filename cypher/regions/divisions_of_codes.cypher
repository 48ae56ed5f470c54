// title: Divisions of codes
// zh: 某些代码的区划 -- 历来哪些区划用这些代码，整体变为什么，又有什么整体并入？
// question: Which divisions bear these codes, ever, what did they become as a whole, and what went whole into them?
// tags: regions, divisions
// note: 宣城地区 became the 宣城市, 綦江县 and 万盛区 went into 綦江区. What was split, or went into something larger, is not
//   followed.
//   -- 宣城地区改为宣城市，綦江县与万盛区并入綦江区。分拆的，或并入更大区划的，不再追溯。
// param codes: list<string> -- codes (GB/T 2260) -- 代码（GB/T 2260）
// column asked: string -- the code asked for -- 所问的代码
// column code: string -- code of the division -- 区划的代码
// column level: string -- Country, Province, Prefecture, County or Township
// example: codes=["341800", "500110"]
UNWIND $codes AS asked
MATCH (named:Division {code: asked})
MATCH (named)
  (()-[later:SUCCEEDED_BY WHERE later.kind IN ['upgrade', 'rename', 'recode', 'transfer']]->()){0,4}
  (now:Division)
MATCH (part:Division) (()-[before:SUCCEEDED_BY WHERE before.kind <> 'split']->()){0,8} (now)
WHERE part.level = named.level OR part.level = 'County' AND named.level IN ['Province', 'Prefecture']
  OR part.level = 'Prefecture' AND named.level = 'Province'
WITH DISTINCT asked, part
RETURN asked, part.uid AS uid, part.code AS code, part.name AS name, part.level AS level,
  part.valid_from AS valid_from, part.valid_to AS valid_to
ORDER BY asked, valid_from, uid
