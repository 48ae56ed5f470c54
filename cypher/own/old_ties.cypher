// title: Ties under an old mark
// question: Which relationships did an lsgraph write that marked them by the plain name of the dataset?
// tags: loading
// column id: string -- element id
MATCH ()-[tie]->()
WHERE tie.key IS NOT NULL AND tie.digest =~ '[0-9a-f]{16}' AND NOT tie.dataset STARTS WITH 'lsgraph:'
RETURN elementId(tie) AS id
