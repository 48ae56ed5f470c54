"""The private local Neo4j: fetch it, start it, find it again, stop it, dump and restore it."""
