// title: A tie in words of one's own
// question: What?
// column start: string -- a
// column end: string -- b
// column kind: string -- c
// column relation: string -- r
// column gap: integer -- g
// column n: integer -- n
RETURN 'div:370000:山东省' AS start, 'div:370100:济南市:2' AS end, 'LEADS' AS kind, 'LINE' AS relation,
  1 AS gap, 7 AS n
