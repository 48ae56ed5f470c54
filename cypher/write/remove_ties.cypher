// title: Remove ties
// question: Are these relationships gone?
// access: write
// param ids: list<string> -- element ids
// example: ids=[]
UNWIND $ids AS id
MATCH ()-[tie]->()
WHERE elementId(tie) = id
DELETE tie
