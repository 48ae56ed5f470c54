// title: Our labels on nodes of somebody else
// zh: 他人节点所用的标签 -- lsgraph 所写的标签之下，有无并非它写的节点？
// question: Is there a node under the labels that lsgraph writes, which it did not write?
// tags: loading
// column found: boolean -- whether there is one with a uid -- 是否有带 uid 者
RETURN EXISTS {
  MATCH (n:Unit|Post|Person|Group|Document|Source)
  WHERE n.uid IS NOT NULL AND NOT coalesce(n.dataset STARTS WITH 'lsgraph:', false)
} AS found
