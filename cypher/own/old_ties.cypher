// title: Ties under an old mark
// zh: 旧标记的关系 -- 哪些关系由只以数据集名作标记的 lsgraph 写成？
// question: Which relationships did an lsgraph write that marked them by the plain name of the dataset?
// tags: loading
// column id: string -- element id
MATCH ()-[tie]->()
WHERE tie.key IS NOT NULL AND tie.digest =~ '[0-9a-f]{16}' AND NOT tie.dataset STARTS WITH 'lsgraph:'
RETURN elementId(tie) AS id
