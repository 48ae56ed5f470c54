// title: Divisions that outlive their superiors
// question: Which divisions are in force while the division that they are part of is not, or before or after every tie?
// column unit: string -- uid of the division
// column reason: string -- what outlives what
MATCH (unit:Division)-[tie:PART_OF]->(upper:Division)
WHERE tie.valid_from < upper.valid_from OR tie.valid_to > upper.valid_to
RETURN unit.uid AS unit, 'the tie outlives ' + upper.uid AS reason
UNION
MATCH (unit:Division)
OPTIONAL MATCH (unit)-[tie:PART_OF]->(:Division)
WITH unit, min(tie.valid_from) AS first, max(tie.valid_to) AS last
WHERE first IS NULL OR unit.valid_from < first OR unit.valid_to > last
RETURN unit.uid AS unit, CASE WHEN first IS NULL THEN 'no tie' ELSE 'outlives its ties' END AS reason
