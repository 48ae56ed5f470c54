// title: Mark nodes as ours
// question: Do these nodes bear the mark that lsgraph sets today?
// access: write
// include: write/_alone
// param ids: list<string> -- element ids
// example: ids=[]
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id AND NOT n.dataset STARTS WITH 'lsgraph:'
SET n.dataset = 'lsgraph:' + n.dataset
