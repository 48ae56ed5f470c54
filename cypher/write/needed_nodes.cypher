// title: Nodes that other datasets need
// zh: 其他数据集所需的节点 -- 其他数据集的关系指向某数据集的哪些节点？
// question: To which nodes of a dataset do ties of another dataset lead?
// tags: loading
// param dataset: string -- the dataset that owns the nodes -- 节点所属的数据集
// example: dataset=lsgraph:divisions
MATCH (n:Unit|Post|Person|Group|Document|Source)
WHERE n.dataset = $dataset AND EXISTS { (n)-[other]-() WHERE other.dataset <> $dataset }
RETURN head([label IN labels(n)
    WHERE label IN ['Unit', 'Post', 'Person', 'Group', 'Document', 'Source']]) AS label, n.uid AS uid
