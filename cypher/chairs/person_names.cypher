// title: Persons by name
// zh: 人物名录 -- 图谱中有哪些人物？
// question: Which persons are in the graph?
// tags: persons, lookup
MATCH (person:Person)
RETURN person.uid AS uid, person.name AS name
ORDER BY uid
