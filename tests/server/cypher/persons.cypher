// The uid and name of every person, in order.
MATCH (p:Person) RETURN p.uid AS uid, p.name AS name ORDER BY uid
