"""Three private servers restored from one dump, each on a port that it keeps, with one password."""

from __future__ import annotations

import shutil
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import pytest

from graph.connection import connect
from graph.server import lifecycle
from graph.server.admin import dump, restore
from graph.server.layout import Home
from graph.server.local import ensure_running, stop
from graph.settings import NEO4J_VERSION, Settings
from loaders.write.apply import sync
from tests.classes import BRIEF
from tests.cli.conftest import Answer, invoke
from tests.cypher.lint_graph import lint_records
from tests.servers import empty, write_conf

COUNT = 3


@dataclass(frozen=True)
class Three:
    """The servers, and how a user names them."""

    own: list[Settings]
    named: Settings

    def start(self) -> None:
        """Start those that do not run."""
        for settings in self.own:
            ensure_running(settings)

    def kill(self, number: int, how: int = signal.SIGKILL) -> None:
        """End one as a failing machine does, or another signal, and wait until it is gone."""
        process = psutil.Process(ensure_running(self.own[number]).pid or 0)
        process.send_signal(how)
        process.wait()

    @property
    def variables(self) -> dict[str, str]:
        """What a user would set."""
        return {
            "LSGRAPH_REPLICAS": ", ".join(self.named.replicas),
            "NEO4J_PASSWORD": str(self.named.password),
        }

    def invoke(self, *words: str) -> Answer:
        """Run the command on them."""
        return invoke(*words, **self.variables)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory, jars_dir: Path) -> Iterator[Three]:
    """The servers: one is loaded and dumped, the others are restored from that."""
    folder = tmp_path_factory.mktemp("replicas")
    own = [Settings(folder / str(number), jars_dir, NEO4J_VERSION) for number in range(COUNT)]
    ports = {Home.of(settings).root: free_port() for settings in own}

    def on_its_port(home: Home) -> Path:
        """The configuration of a user's server, which would choose its port anew at each start."""
        path = write_conf(home)
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("127.0.0.1:0", f"127.0.0.1:{ports.get(home.root, 0)}"), "utf-8"
        )
        return path

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lifecycle, "write_conf", on_its_port)
        patch.setenv("LSGRAPH_JAVA_OPTIONS", BRIEF)
        try:
            with connect(own[0]) as database:
                sync(empty(database), lint_records())
            password = Home.of(own[0]).password
            dump(own[0], folder / "one.dump")
            for settings in own[1:]:
                Home.of(settings).root.mkdir(parents=True)
                shutil.copy(password, Home.of(settings).password)
                restore(settings, folder / "one.dump")
            ends = [ensure_running(settings) for settings in own]
            uris = tuple(end.uri for end in ends)
            named = replace(
                own[0],
                data_dir=folder / "none",
                uri=uris[0],
                password=ends[0].password,
                replicas=uris,
            )
            yield Three(own, named)
        finally:
            for settings in own:
                stop(settings)
