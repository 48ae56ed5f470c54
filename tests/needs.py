"""What a test needs, read from its fixtures: a server, a browser, a worker that others use too.

`-m "not server and not browser"` chooses the tests of `make check`. With pytest-xdist the tests of one file
share a worker, and so do all that write into the tests' own graph: each server is started once.
"""

from __future__ import annotations

import pytest

from graph.settings import NEO4J_LTS

SERVER = "jars_dir"
"""The fixture through which every other one comes to a server, or to Neo4j's tools."""
WRITTEN = "server_of"
"""The fixture of the graph that tests empty and fill."""
BROWSER = "browser"


def mark(item: pytest.Item) -> None:
    """Mark what a test needs and with which tests it runs."""
    fixtures = set(getattr(item, "fixturenames", ()))
    for name, needed in (("server", SERVER), ("browser", BROWSER)):
        if needed in fixtures:
            item.add_marker(name)
    item.add_marker(pytest.mark.xdist_group(_group(item, fixtures)))


def _group(item: pytest.Item, fixtures: set[str]) -> str:
    call = getattr(item, "callspec", None)
    if call is not None and NEO4J_LTS in call.params.values():
        return f"server {NEO4J_LTS}"
    return "written graph" if WRITTEN in fixtures else f"{item.path.parent.name}/{item.path.stem}"
