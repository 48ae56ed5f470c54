// title: Constraints and indexes
// question: Which constraints and indexes has the graph, on what?
// column name: string -- name
// column type: string -- type
// column labels: list<string>? -- labels or types
// column properties: list<string>? -- properties
// column state: string -- ONLINE once it is filled
SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, owningConstraint
RETURN coalesce(owningConstraint, name) AS name, type, labelsOrTypes AS labels, properties, state
