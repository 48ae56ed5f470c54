"""One open connection to a Neo4j and what comes back over it: rows, frames, writes, free Cypher.

Which server that is belongs to `graph.server`, which questions there are to `graph.catalogue`.
"""

from graph import driver  # noqa: F401 - first, so that the driver is imported as it says
from graph.connection.database import Database
from graph.connection.opening import connect, default_database

__all__ = ["Database", "connect", "default_database"]
