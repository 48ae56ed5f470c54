"""Does a database answer here, and does it accept this user?"""

from __future__ import annotations

from neo4j import READ_ACCESS, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from graph.core.errors import NoServer

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
"""The protocols of a Neo4j address; the driver also knows http, but not for transactions."""

_TIMEOUT_S = 15.0


def probe(uri: str, user: str, password: str | None, database: str | None = None) -> None:
    """Open and close a transaction; NoServer says whether the server or the user is refused.

    A transaction, because the port is open before the database behind it can be used.
    """
    if uri.partition("://")[0] not in SCHEMES:
        raise NoServer(
            f"NEO4J_URI={uri} cannot be used: it must begin with one of "
            f"{', '.join(f'{scheme}://' for scheme in SCHEMES)}."
        )
    try:
        _begin(uri, (user, password) if password is not None else None, database)
    except AuthError as error:
        raise NoServer(
            f"The server at {uri} refuses the user {user!r}: wrong user name or password. "
            "Check NEO4J_USER and NEO4J_PASSWORD."
        ) from error
    except ClientError as error:
        raise NoServer(f"The server at {uri} answers: {error.message}") from error
    except (ConfigurationError, ValueError) as error:
        raise NoServer(f"NEO4J_URI={uri} cannot be used: {error}") from error
    except (DriverError, Neo4jError, OSError) as error:
        raise NoServer(f"No database answers at {uri} ({type(error).__name__}).") from error


def _begin(uri: str, auth: tuple[str, str] | None, database: str | None) -> None:
    with (
        GraphDatabase.driver(
            uri,
            auth=auth,
            connection_timeout=_TIMEOUT_S,
            connection_acquisition_timeout=_TIMEOUT_S,
        ) as driver,
        driver.session(database=database, default_access_mode=READ_ACCESS) as session,
    ):
        session.begin_transaction().close()
