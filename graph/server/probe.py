"""Does a database answer here, and does it accept this user?"""

from __future__ import annotations

from neo4j import READ_ACCESS, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from graph.core.errors import NoServer
from graph.core.words import Words

_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""The protocols of a Neo4j address; the driver also knows http, but not for transactions."""

_TIMEOUT_S = 15.0


def refuse_scheme(uri: str) -> None:
    """Raise NoServer where an address begins with none of the protocols of Neo4j."""
    if uri.partition("://")[0] not in _SCHEMES:
        known = ", ".join(f"{name}://" for name in _SCHEMES)
        raise NoServer(
            Words(
                f"{uri!r} is not an address of Neo4j. NEO4J_URI must begin with one of: {known}.",
                f"“{uri}”不是 Neo4j 的地址。NEO4J_URI 须以下列之一开头：{known}。",
            )
        )


def probe(uri: str, user: str, password: str | None, database: str | None = None) -> None:
    """Open and close a transaction; NoServer says whether the server or the user is refused.

    A transaction, because the port is open before the database behind it can be used.
    """
    refuse_scheme(uri)
    try:
        _begin(uri, (user, password) if password is not None else None, database)
    except AuthError as error:
        raise NoServer(
            Words(
                f"The server at {uri} refuses the user {user!r}: wrong user name or password. "
                "Check NEO4J_USER and NEO4J_PASSWORD.",
                f"{uri} 的服务器拒绝用户“{user}”：用户名或密码错误。请检查 NEO4J_USER 和 "
                "NEO4J_PASSWORD。",
            )
        ) from error
    except ClientError as error:
        raise NoServer(
            Words(
                f"The server at {uri} answers: {error.message}",
                f"{uri} 的服务器答复：{error.message}",
            )
        ) from error
    except (ConfigurationError, ValueError) as error:
        raise NoServer(
            Words(f"NEO4J_URI={uri} cannot be used: {error}", f"NEO4J_URI={uri} 不可用：{error}")
        ) from error
    except (DriverError, Neo4jError, OSError) as error:
        raise NoServer(
            Words(
                f"No database answers at {uri} ({type(error).__name__}).",
                f"{uri} 没有数据库应答（{type(error).__name__}）。",
            )
        ) from error


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
