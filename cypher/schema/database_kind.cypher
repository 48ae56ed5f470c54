// title: What kind of database this is
// zh: 数据库的种类 -- 该数据库是标准数据库，还是自身不存内容的复合数据库？
// question: Is this database a standard one, or a composite one, which holds nothing of its own?
// tags: loading
// param name: string? -- of the database; null: the user's default one -- 数据库的名称；留空为用户的默认数据库
// column name: string -- of the database -- 数据库的名称
// column kind: string -- standard, composite or system -- standard 标准、composite 复合或 system 系统
// example: name=neo4j
SHOW DATABASES YIELD name, type, home
WHERE name = toLower($name) OR ($name IS NULL AND home)
RETURN DISTINCT name, type AS kind
