// title: A property that no group has
// question: What is a group called, its name misspelt?
// column name: string? -- null
MATCH (g:Group) RETURN g.nmae AS name LIMIT 1
