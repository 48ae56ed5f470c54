// title: Nodes that loaders wrote
// zh: 载入程序所写的节点 -- 图谱中有哪些节点，属谁，内容为何？
// question: Which nodes are in the graph, whose are they, and what do they hold?
// tags: loading
// column dataset: string -- dataset that owns the node -- 节点所属的数据集
MATCH (n:Unit|Post|Person|Group|Document|Source)
WHERE n.dataset STARTS WITH 'lsgraph:'
RETURN head([label IN labels(n)
    WHERE label IN ['Unit', 'Post', 'Person', 'Group', 'Document', 'Source']]) AS label,
  n.uid AS uid, n.dataset AS dataset, n.digest AS digest, elementId(n) AS id
