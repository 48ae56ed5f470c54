"""Neo4j's import of CSV files: what it says when it fails, in words, and what is left then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.core.errors import InputError
from graph.server.importing import Files, import_full
from graph.server.layout import Home
from graph.server.local import ensure_running, status
from graph.server.tool import stopped
from graph.settings import Settings
from tests.server.test_server_admin import stored
from tests.servers import VERSIONS

NODES = '"uid:ID(Unit)","rank:long"\n"a",1\n"b",{rank}\n'
TIES = '":START_ID(Unit)",":END_ID(Unit)","key:string"\n"a","{end}","k"\n'


@pytest.mark.parametrize("version", VERSIONS)
def test_a_failure_is_told_and_leaves_the_database(
    private: Callable[..., Settings], tmp_path: Path, version: str
) -> None:
    settings = private(version=version)
    ensure_running(settings)
    home, nodes, ties = Home.of(settings), tmp_path / "节点.csv", tmp_path / "t.csv"
    files = Files([("Unit:Agency", nodes)], [("LED_BY", ties)])
    with stopped(settings, home, None) as tool:
        before = stored(settings)
        for rank, end, said in (
            ("x1", "b", f"{nodes}, line 3, column rank:long: Not an integer"),
            ("2", "nobody", "referring to missing node nobody"),
        ):
            nodes.write_text(NODES.format(rank=rank), encoding="utf-8")
            ties.write_text(TIES.format(end=end), encoding="utf-8")
            with pytest.raises(InputError) as caught:
                import_full(tool, files)
            assert said in str(caught.value) and "\tat " not in str(caught.value)
            assert stored(settings) == before
        ties.write_text(TIES.format(end="b"), encoding="utf-8")
        import_full(tool, files)
        assert stored(settings) != before
    assert status(settings).running, "it ran before"


def test_a_disk_that_is_too_small_is_refused(
    private: Callable[..., Settings], tmp_path: Path
) -> None:
    """A file of 8 TB that is a hole takes no disk itself."""
    settings, nodes = private(), tmp_path / "n.csv"
    with nodes.open("wb") as file:
        file.truncate(1 << 43)
    with (
        stopped(settings, Home.of(settings), None) as tool,
        pytest.raises(InputError, match=r"needs some \d+ MB of disk.*LSGRAPH_HOME"),
    ):
        import_full(tool, Files([("Unit", nodes)]))
