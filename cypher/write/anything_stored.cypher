// title: Whether a loader wrote anything
// question: Is there any node of those that loaders write, or is this a first load?
// tags: loading
// column stored: boolean -- whether there is one
RETURN EXISTS { MATCH (n:Unit|Post|Person|Group|Document|Source) WHERE n.dataset STARTS WITH 'lsgraph:' } AS stored
