// title: Names of divisions
// question: Which names do divisions have, in force on a day or ever?
// tags: divisions, lookup
// param as_of: date? = null -- only divisions in force on this day; null for all that ever were
// column name: string -- name
// column code: string -- code (GB/T 2260)
MATCH (unit:Division)
WHERE $as_of IS NULL OR unit.valid_from <= $as_of < unit.valid_to
RETURN DISTINCT unit.name AS name, unit.code AS code
ORDER BY code, name
