// title: Nodes under an old mark
// zh: 旧标记的节点 -- 哪些节点由只以数据集名作标记的 lsgraph 写成？
// question: Which nodes did an lsgraph write that marked them by the plain name of the dataset?
// tags: loading
// note: It wrote a fingerprint of 16 digits to every one: a node without is somebody else's.
//   -- 旧标记给每个节点写有 16 位的指纹：没有指纹的节点属于他人。
// column id: string -- element id
MATCH (n:Unit|Post|Person|Group|Document|Source)
WHERE n.uid IS NOT NULL AND n.digest =~ '[0-9a-f]{16}' AND NOT n.dataset STARTS WITH 'lsgraph:'
RETURN elementId(n) AS id
