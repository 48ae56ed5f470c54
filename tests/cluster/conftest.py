"""The stub over two real servers: one holds what leaders wrote, the other what the reader knows by now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from urllib.parse import urlsplit

import pytest

from graph.connection import Database, connect
from graph.server.local import ensure_running
from graph.settings import NEO4J_LTS, NEO4J_VERSION, Settings
from tests.cluster.history import Backend, History
from tests.cluster.listening import running
from tests.cluster.stub import Cluster, Fault
from tests.servers import empty

Started = Callable[..., AbstractContextManager[Cluster]]


@pytest.fixture
def cluster_of(
    server_of: Callable[[str], Settings], database_of: Callable[[str], Database]
) -> Started:
    """Starts the stub over two empty graphs; its reader is `lag` seconds behind its writer."""
    backends = []
    for version in (NEO4J_VERSION, NEO4J_LTS):
        empty(database_of(version))
        endpoint = ensure_running(server_of(version))
        at = urlsplit(endpoint.uri)
        backends.append(Backend(str(at.hostname), at.port or 7687, str(endpoint.password)))

    @contextmanager
    def started(
        lag: float, faults: Iterable[Fault | None] = (), **more: object
    ) -> Iterator[Cluster]:
        """The running stub."""
        made = Cluster(*backends, History(lag), iter(faults), **more)  # type: ignore[arg-type,call-arg]
        with running(made) as cluster:
            yield cluster

    return started


def opened(cluster: Cluster) -> Database:
    """A connection of its own, which knows nothing of what others wrote."""
    return connect(Settings.from_environment({"NEO4J_URI": cluster.uri, "NEO4J_PASSWORD": "any"}))
