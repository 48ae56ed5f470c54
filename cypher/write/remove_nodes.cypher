// title: Remove nodes
// question: Are these nodes gone, but for those that another dataset still refers to?
// access: write
// include: write/_alone
// param ids: list<string> -- element ids
// example: ids=[]
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id AND n.dataset STARTS WITH 'lsgraph:' AND NOT EXISTS { (n)--() }
DELETE n
