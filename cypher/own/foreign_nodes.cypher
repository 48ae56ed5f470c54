// title: Nodes of somebody else
// zh: 他人的节点 -- 有多少节点不是 lsgraph 所写，各有何标签？
// question: How many nodes are there that lsgraph did not write, and which labels do they have?
// tags: loading
// column labels: list<string> -- labels of the nodes, in order -- 节点的标签，按次序
// column nodes: integer -- nodes with just these labels -- 恰有这些标签的节点数
MATCH (n)
WHERE NOT (n:Schema AND coalesce(n.uid = 'lsgraph', false))
  AND NOT coalesce(n.dataset STARTS WITH 'lsgraph:', false)
WITH COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels
RETURN labels, count(*) AS nodes
ORDER BY nodes DESC, labels
