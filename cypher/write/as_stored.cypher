// title: Nodes as they are stored
// zh: 节点的存储内容 -- 载入改动之前，图谱中这些节点的内容为何？
// question: What does the graph hold of these nodes, before a load changes it?
// tags: loading
// param uids: list<string> -- uids
// example: uids=["div:370000:山东省"]
UNWIND $uids AS uid
MATCH (n:Unit|Post|Person|Group|Document|Source {uid: uid})
WHERE n.dataset STARTS WITH 'lsgraph:'
RETURN head([label IN labels(n)
    WHERE label IN ['Unit', 'Post', 'Person', 'Group', 'Document', 'Source']]) AS label,
  n.uid AS uid, properties(n) AS properties
ORDER BY label, uid
