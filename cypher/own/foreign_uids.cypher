// title: Uids that somebody else has used
// zh: 他人用过的 uid -- 这些 uid 中，哪些由并非 lsgraph 所写、却用其标签的节点占用？
// question: Which of these uids do nodes bear that lsgraph did not write, under the labels that it writes?
// tags: loading
// param uids: list<string> -- uids
// example: uids=["div:370000:山东省"]
UNWIND $uids AS uid
MATCH (n:Unit|Post|Person|Group|Document|Source {uid: uid})
WHERE NOT coalesce(n.dataset STARTS WITH 'lsgraph:', false)
UNWIND labels(n) AS label
WITH label, uid
WHERE label IN ['Unit', 'Post', 'Person', 'Group', 'Document', 'Source']
RETURN DISTINCT label, uid
ORDER BY label, uid
