// title: Mark ties as ours
// question: Do these relationships bear the mark that lsgraph sets today?
// access: write
// include: write/_alone
// param ids: list<string> -- element ids
// example: ids=[]
UNWIND $ids AS id
MATCH ()-[tie]->()
WHERE elementId(tie) = id AND NOT tie.dataset STARTS WITH 'lsgraph:'
SET tie.dataset = 'lsgraph:' + tie.dataset
