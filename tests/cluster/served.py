"""One connection to one server of the stub: message after message, most of them the real server's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.catalogue import queries
from tests.cluster import bolt
from tests.cluster.bolt import Gone, Wire, fields_of, message, tag_of
from tests.cluster.history import PREFIX, Statement, number_of
from tests.cluster.stub import Asked, Cluster, Fault

CODES = {
    "moved": ("Neo.ClientError.Cluster.NotALeader", "No write operations are allowed here."),
    "transient": ("Neo.TransientError.Transaction.DeadlockDetected", "Try again."),
}


class Served:
    """One connection to one server of the stub."""

    def __init__(self, cluster: Cluster, name: str, client: Wire) -> None:
        self.cluster, self.name, self.client = cluster, name, client
        backend = cluster.reader if name == "reader" else cluster.writer
        self.backend, self.server = backend, Wire.opened(backend.host, backend.port)
        cluster.wires += [client, self.server]
        self.failed = False
        self.fault: Fault | None = None
        self.write = self.explicit = False
        self.statements: list[Statement] = []

    def run(self) -> None:
        """Answer message after message."""
        steps: dict[int, Callable[[list[Any]], None]] = {
            bolt.HELLO: self.hello, bolt.LOGON: self.logon, bolt.ROUTE: self.route,
            bolt.BEGIN: self.begin, bolt.RUN: self.query, bolt.PULL: self.pull,
            bolt.COMMIT: self.commit,
        }  # fmt: skip
        try:
            while tag_of(data := self.client.receive()) != bolt.GOODBYE:
                if tag_of(data) in (bolt.RESET, bolt.ROLLBACK):
                    self.failed, self.explicit = self.failed and tag_of(data) != bolt.RESET, False
                if self.failed:
                    self.client.send(message(bolt.IGNORED))
                elif tag_of(data) in steps:
                    steps[tag_of(data)](fields_of(data))
                else:
                    self.relay(data)
        finally:
            self.client.close()
            self.server.close()

    def relay(self, data: bytes, **replaced: Any) -> bytes:
        """Hand a request to the real server and its answer back; bookmarks become the stub's."""
        records, end = self.server.answer(data)
        for record in records:
            self.client.send(record)
        if tag_of(end) == bolt.SUCCESS and replaced:
            end = message(bolt.SUCCESS, fields_of(end)[0] | replaced)
        self.client.send(end)
        self.failed = tag_of(end) == bolt.FAILURE
        return end

    def hello(self, fields: list[Any]) -> None:
        """Greet, under another name where one is given."""
        fields[0].pop("routing", None)
        named = {"server": self.cluster.agent} if self.cluster.agent else {}
        self.relay(message(bolt.HELLO, *fields), **named)

    def logon(self, fields: list[Any]) -> None:
        """Let everybody in."""
        self.relay(self.backend.logon())

    def route(self, fields: list[Any]) -> None:
        """Tell the routing table."""
        self.client.send(message(bolt.SUCCESS, self.cluster.table()))

    def begin(self, fields: list[Any]) -> None:
        """Begin a transaction, if it may run here, when its bookmarks are reached."""
        self.explicit, self.statements = True, []
        if self.may_begin(fields[0], ""):
            self.relay(message(bolt.BEGIN, fields[0]))

    def query(self, fields: list[Any]) -> None:
        """Run a statement, in a transaction of its own where none was begun."""
        statement, values, extra = fields
        if not self.explicit:
            self.statements = []
            if not self.may_begin(extra, statement):
                return
        self.statements.append((statement, values))
        for text, (columns, rows) in self.cluster.answers.items():
            if text in statement:
                self.made_up(columns, rows)
                return
        self.relay(message(bolt.RUN, statement, values, extra))

    def made_up(self, columns: list[str], rows: list[list[Any]]) -> None:
        """Answer RUN and the PULL after it without the real server."""
        self.client.send(message(bolt.SUCCESS, {"fields": columns}))
        self.client.receive()
        for row in rows:
            self.client.send(message(bolt.RECORD, row))
        self.client.send(message(bolt.SUCCESS, {}))

    def pull(self, fields: list[Any]) -> None:
        """Rows; the last of them end a transaction that none began."""
        data = message(bolt.PULL, *fields)
        if self.explicit:
            self.relay(data)
        else:
            self.finish(data)

    def commit(self, fields: list[Any]) -> None:
        """Keep what was written."""
        self.explicit = False
        self.finish(message(bolt.COMMIT))

    def may_begin(self, extra: dict[str, Any], statement: str) -> bool:
        """Wait for the bookmarks; tell whether a transaction may begin, having said so where not."""
        cluster, self.write = self.cluster, extra.get("mode") != "r"
        number = number_of(extra.pop("bookmarks", []))
        cluster.asked.append(Asked(self.name, self.write, number, cluster.told, statement))
        if self.name == "reader":
            cluster.history.wait(number)
        self.fault = next(cluster.faults, None) if self.write and self.leads else None
        if self.fault is Fault.MOVED:
            cluster.change_leader()
        if self.write and not self.leads:
            return self.refuse("moved")
        return self.fault is not Fault.TRANSIENT or self.refuse("transient")

    @property
    def leads(self) -> bool:
        """Whether this server is the leader now."""
        return self.name == self.cluster.leader

    def refuse(self, why: str) -> bool:
        """Fail a request as a server of a cluster does."""
        code, text = CODES[why]
        self.client.send(message(bolt.FAILURE, {"code": code, "message": text}))
        self.failed, self.explicit = True, False
        return False

    def finish(self, data: bytes) -> None:
        """The request at whose end a transaction is kept: with a bookmark, or with what goes wrong."""
        cluster = self.cluster
        if self.fault is Fault.CUT_BEFORE:
            cluster.change_leader()
            raise Gone
        records, end = self.server.answer(data)
        known = fields_of(end)[0]
        if tag_of(end) == bolt.SUCCESS and not known.get("has_more"):
            number = cluster.history.applied
            if self.write:
                number = cluster.history.commit(self.statements)
            if self.fault is Fault.CUT_AFTER:
                cluster.change_leader()
                raise Gone
            # A sign of life beside a read gives a bookmark that the read need not have.
            if all(text != queries.renew_load.statement for text, _ in self.statements):
                cluster.told = max(cluster.told, number)
            end = message(bolt.SUCCESS, known | {"bookmark": f"{PREFIX}{number}"})
        for one in (*records, end):
            self.client.send(one)
        self.failed = tag_of(end) == bolt.FAILURE
