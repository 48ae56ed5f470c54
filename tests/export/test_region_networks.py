"""The network of a region with the wide dataset loaded: small enough to be looked at; what is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.model import Label
from graph.export.elements import Elements
from graph.export.network.chosen import MOST_LOOKED_AT, narrowed
from graph.export.network.network import whole
from graph.export.network.wanted import Wanted
from graph.settings import Settings
from loaders.package.graph_tables import TABLES
from tests.cli.conftest import Answer, invoke
from tests.session import shared_server
from tests.templates import Content

REGIONS = ("广东省", "长三角", "泛珠三角", "济南市", "西藏自治区")
BUSY = dt.date(2022, 12, 25)


@pytest.fixture(scope="module")
def wide(jars_dir: Path) -> Settings:
    """A server with the wide dataset."""
    return shared_server(Content.WHOLE, jars_dir)


@pytest.fixture(scope="module")
def database(wide: Settings) -> Iterator[Database]:
    """A connection to it."""
    with connect(wide) as opened:
        yield opened


def count(elements: Elements) -> int:
    return sum(1 for _ in whole(elements).items("node"))


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_has_fewer_than_500_nodes(database: Database, region: str) -> None:
    elements, said = narrowed(Elements(database, TABLES), Wanted((region,)))
    assert 0 < count(elements) < MOST_LOOKED_AT == 500
    assert (
        elements.as_of
        and f"As of {elements.as_of}, with" in said[0].en
        and "--complete" in said[0].en
    )
    counted = {row.uid for row in queries.groups_in_force(elements.as_of, database=database)}
    assert elements.only[Label.GROUP] <= counted
    everything, silence = narrowed(Elements(database, TABLES), Wanted((region,), complete=True))
    assert everything.only[Label.GROUP] > elements.only[Label.GROUP] and silence == []


def test_a_busy_day_of_a_large_region_does_without_persons(database: Database) -> None:
    dated = Elements(database, TABLES, dt.date(2026, 11, 28))
    small, (said,) = narrowed(dated, Wanted(("黄河流域",)))
    large, _ = narrowed(dated, Wanted(("黄河流域",), complete=True))
    assert count(small) < MOST_LOOKED_AT <= count(large)
    assert small.only[Label.PERSON] == set() and small.only[Label.POST] == large.only[Label.POST]
    assert f"Without {len(large.only[Label.PERSON])} persons" in said.en


def test_posts_that_lead_stay_where_others_go(database: Database) -> None:
    dated = Elements(database, TABLES, BUSY)
    small, (said,) = narrowed(dated, Wanted(("黄河流域",)))
    large, _ = narrowed(dated, Wanted(("黄河流域",), complete=True))
    leading = {
        row["start"]
        for table in TABLES
        if table.name in ("chairs", "deputy_chairs")
        for row in large.rows(table)
    }
    assert leading <= small.only[Label.POST] < large.only[Label.POST]
    assert count(small) < MOST_LOOKED_AT and "Chairs and deputy chairs are there." in said.en


def test_a_region_that_is_too_large_is_whole_and_says_so(database: Database) -> None:
    elements, (_, said) = narrowed(Elements(database, TABLES), Wanted(("中国",)))
    assert count(elements) > MOST_LOOKED_AT and elements.only[Label.PERSON]
    assert "more than can be looked at. Narrow it with --fields" in said.en


def test_the_command_says_what_it_left_out(wide: Settings, tmp_path: Path) -> None:
    def exported(name: str, *words: str) -> Answer:
        environ = {"NEO4J_URI": str(wide.uri), "NEO4J_PASSWORD": str(wide.password)}
        answer = invoke("export", "-o", str(tmp_path / name), *words, **environ)
        assert answer.code == 0, answer.err
        return answer

    small = exported("small.gexf", "--region", "广东省")
    graph = nx.read_gexf(tmp_path / "small.gexf")
    assert 100 < len(graph) < MOST_LOOKED_AT
    looks = [node["viz"] for _, node in graph.nodes(data=True)]
    assert all({"position", "color"} <= look.keys() for look in looks)
    (note,) = (" ".join(line.split()) for line in small.err.split("Note: ")[1:])
    assert (
        note.startswith(f"As of {dt.date.today()}, with")
        and "take all days with --complete" in note
    )
    book = (tmp_path / "small.gexf.codebook.md").read_text(encoding="utf-8")
    assert note in " ".join(book.split()) and f"{dt.date.today()}" in book
    large = exported("large.gexf", "--region", "广东省", "--complete")
    assert len(nx.read_gexf(tmp_path / "large.gexf")) > MOST_LOOKED_AT and "Note" not in large.err
