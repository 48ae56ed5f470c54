// title: What this graph holds
// zh: 图谱的内容 -- 图谱中有多少节点，其中多少由载入程序写成？
// question: How many nodes are in the graph, and how many of them did a loader write?
// tags: loading
// column nodes: integer -- nodes, the mark of our schema left out -- 节点数，不计模式标记的节点
// column loaded: integer -- those that belong to a dataset -- 其中属于某个数据集的节点数
MATCH (n)
WHERE NOT (n:Schema AND coalesce(n.uid = 'lsgraph', false))
RETURN count(n) AS nodes,
  count(CASE WHEN n.dataset STARTS WITH 'lsgraph:' THEN 1 END) AS loaded
