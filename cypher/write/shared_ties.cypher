// title: Ties of bodies and posts that other datasets wrote
// zh: 其他数据集写入的机构与职务关系 -- 某机构或职务的哪些关系已由其他数据集写入图谱？
// question: Which ties of a body or post are in the graph already, by another dataset than this one?
// tags: loading
// param dataset: string -- name of the dataset that is loaded -- 所载入的数据集的名称
// column type: string -- relationship type
// example: dataset=lsgraph:divisions
MATCH ()-[tie:IN|DEPARTMENT_OF|LED_BY|GUIDED_BY]->()
WHERE tie.dataset <> $dataset
RETURN type(tie) AS type, tie.key AS key
