// title: Nodes that loaders wrote
// question: Which nodes are in the graph, whose are they, and what do they hold?
// tags: loading
// column label: string -- label under which the uid is unique
// column uid: string -- uid
// column dataset: string -- dataset that owns the node
// column digest: string -- fingerprint of its properties
// column id: string -- element id
MATCH (n:Unit|Post|Person|Group|Document|Source)
WHERE n.dataset IS NOT NULL
RETURN head([label IN labels(n)
    WHERE label IN ['Unit', 'Post', 'Person', 'Group', 'Document', 'Source']]) AS label,
  n.uid AS uid, n.dataset AS dataset, n.digest AS digest, elementId(n) AS id
