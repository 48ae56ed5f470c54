// title: Posts, documents and sources by title
// zh: 按名称查职务、文件和来源 -- 哪些职务、文件或来源用此名称、文号或 uid？
// question: Which posts, documents or sources have this title, number or uid?
// tags: lookup
// param label: string -- Post, Document or Source -- Post 职务、Document 文件或 Source 来源
// param text: string? = null -- a title, a number of a document or a uid; null for all
//   -- 标题、文号或 uid；留空为全部
// example: label=Document, text=国办发〔2018〕54号
MATCH (thing:Post|Document|Source)
WHERE $label IN labels(thing) AND ($text IS NULL OR $text IN [thing.uid, thing.title, thing.number])
RETURN thing.uid AS uid, coalesce(thing.title, thing.number, thing.uid) AS name
ORDER BY uid
