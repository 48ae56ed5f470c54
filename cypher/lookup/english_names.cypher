// title: English names of divisions
// zh: 区划的英文名 -- 用这些名称的区划，英文名是什么？
// question: What are the divisions of these names called in English?
// tags: divisions, lookup
// param names: list<string> -- whole names in Chinese -- 中文全称
// column name: string -- name -- 名称
// column name_en: string -- name in English without its kind, the first of several
//   -- 去掉建制的英文名称，有数个的取第一个
// example: names=["济南市", "内蒙古自治区"]
MATCH (unit:Division)
WHERE unit.name IN $names AND unit.name_en IS NOT NULL
RETURN unit.name AS name, min(unit.name_en) AS name_en
ORDER BY name
