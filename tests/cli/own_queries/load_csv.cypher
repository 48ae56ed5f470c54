// title: A file of the machine
// question: What does the server refuse to read for a query?
// tags: mine
// column line: string -- a line
LOAD CSV FROM 'file:///etc/hostname' AS row
RETURN row[0] AS line
