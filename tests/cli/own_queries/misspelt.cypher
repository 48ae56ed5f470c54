// title: A statement with a slip
// question: Which line of the file does the server mean?
// tags: mine
// include: groups/_in_region
// column uid: string -- uid
WITH g
  WHERRE g.field IS NOT NULL
RETURN g.uid AS uid
