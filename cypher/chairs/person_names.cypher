// title: Persons by name
// question: Which persons are in the graph?
// tags: persons, lookup
MATCH (person:Person)
RETURN person.uid AS uid, person.name AS name
ORDER BY uid
