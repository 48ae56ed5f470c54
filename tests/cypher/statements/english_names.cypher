// title: English names
// question: Which English names, and titles of sources in English, does the graph hold?
// column text: string -- name or title of more than one word
MATCH (n)
UNWIND [n.name_en, n.title] AS text
WITH text WHERE text =~ '.*[a-z].* .*'
RETURN DISTINCT text
ORDER BY text
