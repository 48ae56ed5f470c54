"""The application over the loaded graph, as somebody inside and as somebody outside reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from graph.connection import Database, connect
from graph.connection.limits import Limits
from graph.settings import Settings
from web.app import create_app
from web.http.entry import Entry
from web.http.opened import Opened

BASE = "http://127.0.0.1"
ENTRY = Entry(8765)

Client = TestClient
MakeClient = Callable[..., TestClient]


@pytest.fixture(scope="session")
def make_client(loaded_server: Settings) -> Iterator[MakeClient]:
    """Makes clients of an application over the loaded graph; `public` as with --public."""
    with ExitStack() as ends:

        def made(public: bool = False, limits: Limits | None = None) -> TestClient:
            app = create_app(
                Opened(lambda: connect(loaded_server)),
                limits or Limits(),
                None if public else ENTRY,
            )
            client = TestClient(app, base_url=BASE, follow_redirects=False)
            return ends.enter_context(client)

        yield made


@pytest.fixture(scope="session")
def inside(make_client: MakeClient) -> TestClient:
    """Somebody who has entered."""
    client = make_client()
    assert client.get("/", params={"token": ENTRY.token}).status_code == 303
    return client


@pytest.fixture
def outside(make_client: MakeClient) -> TestClient:
    """Somebody without token and cookie."""
    return make_client()


@pytest.fixture(scope="session")
def anybody(make_client: MakeClient) -> TestClient:
    """A reader of an application that is open to everybody."""
    return make_client(public=True)


def client_of(database: Database) -> TestClient:
    """Somebody inside an application over a graph of the test's own."""
    app = create_app(Opened(lambda: database), Limits(), ENTRY)
    return TestClient(app, base_url=BASE, headers={"Authorization": f"Bearer {ENTRY.token}"})
