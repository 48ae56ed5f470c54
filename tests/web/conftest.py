"""The application over the loaded graph, as somebody inside and as somebody outside reaches it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from starlette.testclient import TestClient

from graph.connection import Database, connect
from graph.connection.limits import Limits
from graph.settings import Settings
from tests.cli.conftest import run as run
from tests.cli.conftest import server_environment as server_environment
from web.app import create_app
from web.http.entry import Entry
from web.http.listen import bound
from web.http.opened import Opened
from web.spoken import COOKIE

BASE = "http://127.0.0.1"
ENTRY = Entry(8765)

STATEMENTS = json.loads(Path(__file__).with_name("statements.json").read_text(encoding="utf-8"))
"""Statements that readers type."""
BEARER = {"Authorization": f"Bearer {ENTRY.token}"}

Client = TestClient
MakeClient = Callable[..., TestClient]


@pytest.fixture(scope="session")
def make_client(
    loaded_server: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MakeClient]:
    """Makes clients of an application over the loaded graph; `public` as with --public."""
    with ExitStack() as ends:

        def made(public: bool = False, limits: Limits | None = None) -> TestClient:
            app = create_app(
                Opened(lambda: connect(loaded_server)),
                limits or Limits(),
                None if public else ENTRY,
                tmp_path_factory.mktemp("kept"),
            )
            client = TestClient(app, base_url=BASE, follow_redirects=False)
            return ends.enter_context(client)

        yield made


@pytest.fixture(scope="session")
def entered(make_client: MakeClient) -> TestClient:
    """Somebody who has entered, for the whole session."""
    client = make_client()
    assert client.get("/", params={"token": ENTRY.token}).status_code == 303
    return client


@pytest.fixture
def inside(entered: TestClient) -> TestClient:
    """Somebody who has entered and has chosen no language."""
    if COOKIE in entered.cookies:
        entered.cookies.delete(COOKIE)
    return entered


@pytest.fixture
def outside(make_client: MakeClient) -> TestClient:
    """Somebody without token and cookie."""
    return make_client()


@pytest.fixture(scope="session")
def anybody(make_client: MakeClient) -> TestClient:
    """A reader of an application that is open to everybody."""
    return make_client(public=True)


def client_of(database: Database, folder: Path) -> TestClient:
    """Somebody inside an application over a graph of the test's own."""
    app = create_app(Opened(lambda: database), Limits(), ENTRY, folder)
    return TestClient(app, base_url=BASE, headers=BEARER)


@contextmanager
def running(
    settings: Settings, limits: Limits | None = None, kept: Path | None = None
) -> Iterator[str]:
    """The application at a port of this machine, as browsers and programs reach it; its address."""
    with bound(0) as listening:
        entry = Entry(listening.getsockname()[1], ENTRY.token)
        opened = Opened(lambda: connect(settings))
        app = create_app(opened, limits or Limits(), entry, kept or settings.data_dir / "kept")
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{entry.port}"
        finally:
            server.should_exit = True
            thread.join()
