// title: Ties that a loader wrote
// zh: 载入程序所写的关系 -- 某数据集在图谱中有哪些关系，内容为何？
// question: Which relationships of a dataset are in the graph, and what do they hold?
// tags: loading
// param dataset: string -- name of the dataset -- 数据集的名称
// column type: string -- relationship type
// example: dataset=lsgraph:divisions
MATCH ()-[tie]->()
WHERE tie.dataset = $dataset
RETURN type(tie) AS type, tie.key AS key, tie.digest AS digest, elementId(tie) AS id
