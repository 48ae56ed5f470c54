"""The program files of Neo4j: listed in the checkout, fetched once, checked at each start."""

from graph.server.jars.fetch import Progress, ensure_jars, silent

__all__ = ["Progress", "ensure_jars", "silent"]
