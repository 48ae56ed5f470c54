// title: Ties that outlive a unit
// question: Which relationships are in force on a day on which a unit at one of their ends is not?
// column type: string -- type
// column key: string -- its key
// column unit: string -- uid of the unit
MATCH (unit:Unit)-[tie]-()
WHERE tie.valid_from < unit.valid_from OR tie.valid_to > unit.valid_to
RETURN type(tie) AS type, tie.key AS key, unit.uid AS unit
ORDER BY type, key
