// title: Uids that somebody else has used
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
