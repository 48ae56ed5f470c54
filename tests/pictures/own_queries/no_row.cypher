// title: No row
// question: What?
// column start: string -- a
// column end: string -- b
// column kind: string -- c
UNWIND [] AS start
RETURN start, start AS end, start AS kind
