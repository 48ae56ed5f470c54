// title: What kind of database this is
// question: Is this database a standard one, or a composite one, which holds nothing of its own?
// tags: loading
// param name: string? -- of the database; null: the user's default one
// column name: string -- of the database
// column kind: string -- standard, composite or system
// example: name=neo4j
SHOW DATABASES YIELD name, type, home
WHERE name = toLower($name) OR ($name IS NULL AND home)
RETURN DISTINCT name, type AS kind
