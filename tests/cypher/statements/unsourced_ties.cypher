// title: Ties without a source
// question: Which relationships say neither where they were read nor how sure they are, or name a source that is not there?
// column type: string -- type
// column key: string -- its key
MATCH ()-[tie]->()
WHERE tie.source IS NULL OR NOT coalesce(tie.confidence, '') IN ['high', 'medium', 'low']
  OR NOT EXISTS { (:Source {uid: tie.source}) }
RETURN type(tie) AS type, tie.key AS key
ORDER BY type, key
