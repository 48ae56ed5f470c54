// title: What kind of database this is
// zh: 数据库的种类 -- 该数据库是标准数据库，还是自身不存内容的复合数据库？
// question: Is this database a standard one, or a composite one, which holds nothing of its own?
// tags: loading
// param name: string? -- of the database; null: the user's default one
// column name: string -- of the database
// column kind: string -- standard, composite or system
// example: name=neo4j
SHOW DATABASES YIELD name, type, home
WHERE name = toLower($name) OR ($name IS NULL AND home)
RETURN DISTINCT name, type AS kind
