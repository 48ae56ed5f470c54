// title: Two superiors of one city
// question: What?
// column start: string -- a
// column end: string -- b
// column kind: string -- c
UNWIND ['div:370000:山东省', 'div:100000:中华人民共和国'] AS start
RETURN start, 'div:370100:济南市:2' AS end, 'COMMAND' AS kind
