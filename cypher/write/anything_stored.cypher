// title: Whether a loader wrote anything
// question: Is there any node of those that loaders write, or is this a first load?
// access: write
// include: write/_alone
// note: Asked as a write is: the server that writes knows, one that only reads may lag behind it. No row
//   where another load has the graph.
// column stored: boolean -- whether there is one
RETURN EXISTS { MATCH (n:Unit|Post|Person|Group|Document|Source) WHERE n.dataset STARTS WITH 'lsgraph:' } AS stored
