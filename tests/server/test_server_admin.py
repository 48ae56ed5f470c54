"""Dump and restore on the real server, of each version."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.core.errors import InputError
from graph.server.admin import dump, restore
from graph.server.layout import Home
from graph.server.local import ensure_running, status, stop
from graph.settings import Settings

_CYPHER = Path(__file__).parent / "cypher"
_CHEN = ("p1", "陈吉宁")
_NEW = ("p2", "新人")


def _ask(settings: Settings, query: str, /, **parameters: str) -> list[tuple[str, ...]]:
    endpoint = ensure_running(settings)
    text = (_CYPHER / f"{query}.cypher").read_text(encoding="utf-8")
    auth = (endpoint.user, endpoint.password or "")
    with GraphDatabase.driver(endpoint.uri, auth=auth) as driver, driver.session() as session:
        return [tuple(row.values()) for row in session.run(text, parameters)]


def _add(settings: Settings, person: tuple[str, str]) -> None:
    _ask(settings, "add_person", uid=person[0], name=person[1])


def stored(settings: Settings) -> dict[str, bytes]:
    """Every file of the database of a stopped server."""
    folder = Home.of(settings).root / "data" / "databases" / "neo4j"
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_was_dumped_comes_back(
    each_server: Settings, private: Callable[..., Settings], tmp_path: Path
) -> None:
    server, file = each_server, tmp_path / "转储 1.dump"
    _add(server, _CHEN)
    dump(server, file)
    assert status(server).running, "it ran before"
    _add(server, _NEW)

    pid = status(server).pid
    with pytest.raises(InputError, match="holds data"):
        restore(server, file)
    assert status(server).pid == pid, "a refusal does not disturb the server"

    stop(server)
    before, damaged = stored(server), tmp_path / "damaged.dump"
    damaged.write_bytes(file.read_bytes()[:-1000])
    with pytest.raises(InputError, match=r"damaged\.dump is not a whole dump"):
        restore(server, damaged, force=True)
    assert stored(server) == before

    restore(server, file, force=True)
    assert not status(server).running, "it did not run before"
    elsewhere = private("elsewhere", server.neo4j_version)
    restore(elsewhere, file)
    assert stored(elsewhere) == stored(server) != before
    assert _ask(server, "persons") == [_CHEN]


def test_what_is_no_dump_leaves_an_empty_home_empty(
    private: Callable[..., Settings], tmp_path: Path
) -> None:
    settings, file = private(), tmp_path / "text.dump"
    file.write_text("no dump", encoding="utf-8")
    with pytest.raises(InputError, match=r"text\.dump is not a whole dump"):
        restore(settings, file)
    assert stored(settings) == {}


def test_a_missing_file_is_named(private: Callable[..., Settings], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.dump"):
        restore(private(), tmp_path / "absent.dump")


def test_there_is_nothing_to_dump_before_the_first_start(
    private: Callable[..., Settings], tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="Load something first"):
        dump(private(), tmp_path / "x.dump")


def test_a_folder_that_is_not_there_is_named(server: Settings, tmp_path: Path) -> None:
    pid = status(server).pid
    with pytest.raises(InputError, match="cannot be written"):
        dump(server, tmp_path / "no" / "x.dump")
    assert status(server).pid == pid
