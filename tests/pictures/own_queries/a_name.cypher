// title: A name where a uid belongs
// question: What?
// column start: string -- a
// column end: string -- b
// column kind: string -- c
RETURN '济南市' AS start, 'div:370000:山东省' AS end, 'X' AS kind
