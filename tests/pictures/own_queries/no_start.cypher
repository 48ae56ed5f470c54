// title: A tie without a start
// question: What?
// column start: string -- a
// column end: string -- b
// column kind: string -- c
RETURN null AS start, 'div:370000:山东省' AS end, 'X' AS kind
