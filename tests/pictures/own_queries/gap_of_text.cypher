// title: A gap that is no number
// question: What?
// column start: string -- a
// column end: string -- b
// column kind: string -- c
// column gap: string -- g
RETURN 'a' AS start, 'b' AS end, 'c' AS kind, 'd' AS gap
