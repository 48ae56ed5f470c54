// title: Remove ties
// question: Are these relationships gone?
// access: write
// include: write/_alone
// param ids: list<string> -- element ids
// example: ids=[]
UNWIND $ids AS id
MATCH ()-[tie]->()
WHERE elementId(tie) = id AND tie.dataset STARTS WITH 'lsgraph:'
DELETE tie
