"""A stub of a cluster: two servers that may lead, one that reads and lags, all of them routers.

Each hands RUN, PULL, BEGIN and COMMIT on to a real private server, so real Cypher answers; the stub itself
routes, gives bookmarks and waits for them, and does what clusters do: leaders change, connections break. It
knows nothing of Raft, elections or the state of a store: a stub is no cluster.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.cluster.bolt import Wire
from tests.cluster.history import Backend, History


class Fault(StrEnum):
    """What happens to a transaction that writes."""

    MOVED = "moved"
    """Before it begins another server became the leader."""
    TRANSIENT = "transient"
    """The leader gives it up."""
    CUT_BEFORE = "cut before commit"
    """Another server becomes the leader; the connection breaks, and nothing is kept."""
    CUT_AFTER = "cut after commit"
    """It is kept; then another server becomes the leader, and the answer is lost."""


@dataclass(frozen=True)
class Asked:
    """A transaction that a server of the stub was asked for."""

    server: str
    write: bool
    number: int
    """The last commit of its bookmarks, 0 without any."""
    told: int
    """The last commit whose bookmark the client had been given."""
    statement: str


@dataclass
class Cluster:
    """The stub; `faults` gives for each transaction that writes what happens to it.

    `agent` replaces what the real server calls itself, `answers` the rows of a statement that holds a text.
    """

    writer: Backend
    reader: Backend
    history: History
    faults: Iterator[Fault | None]
    agent: str | None = None
    answers: Mapping[str, tuple[list[str], list[list[Any]]]] = field(default_factory=dict)
    leader: str = "a"
    changes: int = 0
    asked: list[Asked] = field(default_factory=list)
    told: int = 0
    ports: dict[str, int] = field(default_factory=dict)
    wires: list[Wire] = field(default_factory=list)

    @property
    def uri(self) -> str:
        """The address of one of its servers, which tells the others."""
        return f"neo4j://127.0.0.1:{self.ports['a']}"

    def change_leader(self) -> None:
        """Let the other of the two lead."""
        self.leader = "b" if self.leader == "a" else "a"
        self.changes += 1

    def table(self) -> dict[str, Any]:
        """Who reads, who writes, who routes."""
        at = {name: f"127.0.0.1:{port}" for name, port in self.ports.items()}
        roles = {"WRITE": [at[self.leader]], "READ": [at["reader"]], "ROUTE": list(at.values())}
        servers = [{"role": role, "addresses": where} for role, where in roles.items()]
        return {"rt": {"ttl": 300, "db": "neo4j", "servers": servers}}
