"""What a test needs, read from its fixtures: a server, a browser, a worker that others use too, a long run.

`-m "not server and not browser"` chooses the tests of `make check`. With several workers the tests of one
file share a worker, and so do all that use one server: each is started once, each query planned once.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph.settings import NEO4J_LTS

SERVER = "jars_dir"
"""The fixture through which every other one comes to a server, or to Neo4j's tools."""
BROWSER = "browser"
GROUPS = {
    "server_of": "written graph",
    "servers": "stopped and started",
    "bench_settings": "benches",
    "wheel": "the wheel",
    "site_folder": "the site",
}
"""Fixtures that a whole session shares, servers and others, and the group of all tests that use them."""

LTS = f"written graph {NEO4J_LTS}"
AT_LENGTH = {
    "cluster/test_cluster", "faults/test_killed_run", "loaders/test_load_killed", "server/test_server_admin",
    "server/test_server_repair",
}  # fmt: skip
"""Files of clusters, kills and servers of a test's own: for the long run."""
ON_BOTH = ("server/test_server_jars",)
"""Files whose tests run on both versions of Neo4j each time; elsewhere the older one is for the long run."""
JOURNEYS = {
    "browser/test_address", "browser/test_filters", "browser/test_find", "browser/test_group_index",
    "browser/test_language", "browser/test_picture", "browser/test_work", "regions/test_one_page",
    "site/test_browser", "site/test_search", "visualize/test_pages", "web/test_browser",
}  # fmt: skip
"""Files whose tests use a browser each time; the browser tests of the others are for the long run."""
LOOKED_AT = {("en", 1280), ("zh", 390)}
"""A page is looked at once in each language and at each width; the other pairs are for the long run."""
FIRST = (
    "written graph",
    LTS,
    "the site",
    "stopped and started",
    "benches",
)
"""The groups that take longest, in the order in which they start: what comes last is short."""


def mark(item: pytest.Item) -> None:
    """Mark what a test needs and with which tests it runs."""
    fixtures = set(getattr(item, "fixturenames", ()))
    for name, needed in (("server", SERVER), ("browser", BROWSER)):
        if needed in fixtures:
            item.add_marker(name)
    item.add_marker(pytest.mark.xdist_group(_group(item, fixtures)))
    given = _given(item)
    older = NEO4J_LTS in given.values() and _file(item) not in ON_BOTH
    look = (given.get("lang"), given.get("width"))
    aside = BROWSER in fixtures and _file(item) not in JOURNEYS
    if older or aside or _file(item) in AT_LENGTH or (all(look) and look not in LOOKED_AT):
        item.add_marker("long")


def _group(item: pytest.Item, fixtures: set[str]) -> str:
    shared = next((group for name, group in GROUPS.items() if name in fixtures), "")
    if shared == "written graph" and NEO4J_LTS in _given(item).values():
        return LTS
    return shared or _file(item)


def _given(item: pytest.Item) -> Mapping[str, object]:
    """The parameters of a test."""
    call = getattr(item, "callspec", None)
    return call.params if call else {}


def _file(item: pytest.Item) -> str:
    return f"{item.path.parent.name}/{item.path.stem}"
