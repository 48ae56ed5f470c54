// title: Sources by uid
// zh: 按 uid 查来源 -- 这些来源是什么，读者可到何处查阅？
// question: What are these sources, and where may a reader be sent?
// tags: sources
// param sources: list<uid<Source>> -- uids
// column title: string -- title
// column kind: string? -- gov_doc, press, dataset and so on -- gov_doc 公文、press 报刊、dataset 数据集等
// example: sources=[]
MATCH (source:Source)
WHERE source.uid IN $sources
RETURN source.uid AS uid, source.title AS title, source.kind AS kind, source.url AS url,
  source.read_at AS read_at, source.licence AS licence
ORDER BY uid
