"""The servers of the stub, each on a port of this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from tests.cluster.bolt import Gone, Wire
from tests.cluster.served import Served
from tests.cluster.stub import Cluster


@contextmanager
def running(cluster: Cluster) -> Iterator[Cluster]:
    """The stub, listening on ports of this machine until the end of the block."""
    with ExitStack() as sockets:
        for name in ("a", "b", "reader"):
            sockets.enter_context(socket_of(cluster, name))
        follows = threading.Thread(target=cluster.history.replicate, args=(cluster.reader,))
        follows.start()
        try:
            yield cluster
        finally:
            cluster.history.end()
            for wire in cluster.wires:
                wire.close()
            follows.join()


@contextmanager
def socket_of(cluster: Cluster, name: str) -> Iterator[None]:
    """One server of the stub."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        cluster.ports[name] = listening.getsockname()[1]

        def serve() -> None:
            """Take connections, each in a thread, until the socket is closed."""
            with suppress(OSError):
                while True:
                    connection, _ = listening.accept()
                    threading.Thread(target=served, args=(connection,), daemon=True).start()

        def served(connection: socket.socket) -> None:
            """Answer one connection to its end."""
            with suppress(Gone):
                Served(cluster, name, Wire.accepted(connection)).run()

        threading.Thread(target=serve, daemon=True).start()
        yield
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
