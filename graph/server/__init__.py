"""The private local Neo4j: fetch it, start it, find it again, stop it, dump and restore it."""

from graph import driver  # noqa: F401 - first, so that the driver is imported as it says
