"""Each format opens in the tool that it is for: networkx and pandas."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter
from pathlib import Path

import networkx
import pandas
import pytest

from graph.export.formats import GraphFormat
from graph.export.texts import printable
from loaders.package.graph_tables import TABLES
from tests.export import worlds
from tests.export.conftest import Exported
from tests.export.worlds import A_DAY

EVERYTHING = (*worlds.HOSTILE, *worlds.UNSEEN)


def ties_of(old: Exported) -> Counter[str]:
    return Counter(kind for kind, *_ in old.held[1])


@pytest.mark.parametrize("format", [GraphFormat.graphml, GraphFormat.gexf])
def test_networkx_reads_the_network(old: Exported, format: GraphFormat) -> None:
    read = {GraphFormat.graphml: networkx.read_graphml, GraphFormat.gexf: networkx.read_gexf}[
        format
    ]
    graph = read(old.paths[format])
    assert graph.is_directed() and graph.is_multigraph()
    assert graph.number_of_nodes() == len(old.held[0])
    assert Counter(kind for *_, kind in graph.edges(data="type")) == ties_of(old)
    names = {name for _, name in graph.nodes(data="name") if name is not None}
    assert {printable(text) for text in EVERYTHING if text.strip()} <= names
    ranks = {rank for _, rank in graph.nodes(data="rank")}
    assert {type(rank) for rank in ranks} == {int, type(None)}


def test_gexf_tells_the_days_in_force(old: Exported) -> None:
    graph = networkx.read_gexf(old.paths[GraphFormat.gexf])
    spells = {
        key: (edge.get("start"), edge.get("end"))
        for *_, key, edge in graph.edges(keys=True, data=True)
    }
    seats = {
        spell
        for key, spell in spells.items()
        if key.startswith("sits_in/post:hostile|group:hostile:36")
    }
    assert seats == {("2018-01-01", None), ("2019-02-03", None)}
    assert "end" not in graph.nodes["Unit/div:100000:中华人民共和国"]


def test_no_bound_of_a_query_leaves(old: Exported) -> None:
    """A key may hold such a day, as part of an identity; a date never does."""
    for table in TABLES:
        for row in _rows(old.paths[GraphFormat.csv] / f"{table.name}.csv"):
            assert {row.get("valid_from"), row.get("valid_to")}.isdisjoint(BOUNDS)
        for name, held in pandas.read_stata(
            old.paths[GraphFormat.dta] / f"{table.name}.dta"
        ).items():
            assert name == "key" or set(map(str, held)).isdisjoint(BOUNDS)
    for read, format in (
        (networkx.read_graphml, GraphFormat.graphml),
        (networkx.read_gexf, GraphFormat.gexf),
    ):
        graph = read(old.paths[format])
        for *_, held in [*graph.nodes(data=True), *graph.edges(data=True)]:
            assert BOUNDS.isdisjoint(value for value in held.values() if isinstance(value, str))


def test_pandas_reads_csv_xlsx_parquet_and_stata_alike(old: Exported) -> None:
    book = pandas.read_excel(old.paths[GraphFormat.xlsx], sheet_name=None, dtype=object)
    assert list(book) == [*(table.name for table in TABLES), "codebook"]
    for table in TABLES:
        rows = len(book[table.name])
        comma = pandas.read_csv(old.paths[GraphFormat.csv] / f"{table.name}.csv", dtype=str)
        columns = pandas.read_parquet(old.paths[GraphFormat.parquet] / f"{table.name}.parquet")
        assert len(comma) == len(columns) == rows
        assert list(comma) == list(columns) == list(book[table.name]) == list(table.names)


def test_stata_opens_it(old: Exported) -> None:
    path = old.paths[GraphFormat.dta] / "groups.dta"
    assert path.read_bytes().startswith(b"<stata_dta><header><release>118</release>")
    frame = pandas.read_stata(path)
    with pandas.io.stata.StataReader(path) as reader:
        labels = reader.variable_labels()
    assert {printable(text) for text in EVERYTHING} <= set(frame["name"])
    assert labels["kind"].startswith("kind by its name: 领导小组")
    hostile = frame[frame["uid"] == "group:hostile:0"].iloc[0]
    assert (hostile["from_edtf"], hostile["from_precision"]) == ("[..2018-07]", "known by then")
    assert hostile["valid_from"] == pandas.Timestamp("2018-07-01") and pandas.isna(
        hostile["valid_to"]
    )
    assert hostile["in_paper"] == "no"


def test_a_spreadsheet_runs_nothing(old: Exported) -> None:
    with (old.paths[GraphFormat.csv] / "persons.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        for row in csv.reader(file):
            assert not any(cell[:1] in tuple("=+-@\t\r") for cell in row if cell)
    book = pandas.read_excel(old.paths[GraphFormat.xlsx], sheet_name="persons", dtype=object)
    assert EVERYTHING[0] in set(book["name"])


BOUNDS = {"0001-01-01", "9999-12-31"}


def test_as_of_a_day_only_what_is_in_force(old: Exported) -> None:
    folder = old.on_day[GraphFormat.csv]
    rows = {table.name: _rows(folder / f"{table.name}.csv") for table in TABLES}
    day = A_DAY.isoformat()
    for found in rows.values():
        for row in found:
            assert (row.get("valid_from") or "0") <= day < (row.get("valid_to") or "9")
    assert {row["role"] for row in rows["sits_in"] if row["start"] == "post:hostile"} == {"member"}
    uids = {row["uid"] for found in rows.values() for row in found if "uid" in row}
    for found in rows.values():
        for row in found:
            assert "start" not in row or {row["start"], row["end"]} <= uids
    assert 0 < len(rows["units"]) < sum("Unit" in labels for labels, _ in old.held[0])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{k: v.removeprefix("'") for k, v in row.items()} for row in csv.DictReader(file)]


def test_every_format_has_a_codebook_of_every_column(old: Exported) -> None:
    for format, path in old.paths.items():
        if format is GraphFormat.xlsx:
            sheet = pandas.read_excel(path, sheet_name="codebook", header=None, dtype=str)
            told = "\n".join(" ".join(map(str, row)) for row in sheet.to_numpy())
        else:
            book = (
                path / "codebook.md"
                if path.is_dir()
                else path.with_name(f"{path.name}.codebook.md")
            )
            told = book.read_text(encoding="utf-8")
        for table in TABLES:
            for column in table.columns:
                meaning = column.meaning.en
                assert meaning.replace("|", "\\|") in told or meaning in told
    assert "as of: 2018-12-25" in (old.on_day[GraphFormat.csv] / "codebook.md").read_text("utf-8")


def test_dates_are_dates_in_parquet(old: Exported) -> None:
    frame = pandas.read_parquet(old.paths[GraphFormat.parquet] / "sits_in.parquet")
    assert {type(day) for day in frame["valid_from"].dropna()} == {dt.date}


def test_the_example_for_stata_runs_on_the_files(old: Exported) -> None:
    """What docs/export.md has Stata do, done by pandas: the variables are there, groups are unique."""
    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    (keep,) = re.findall(r"^keep (.+?) +//", page, re.MULTILINE)
    ((stata, ours),) = re.findall(r"^rename (\w+) (\w+)$", page, re.MULTILINE)
    folder = old.paths[GraphFormat.dta]
    seats = pandas.read_stata(folder / "sits_in.dta")[keep.split()].rename(columns={stata: ours})
    groups = pandas.read_stata(folder / "groups.dta")
    assert groups["valid_from"].dtype.kind == "M"
    merged = groups.merge(seats, on=ours, how="right", validate="1:m")
    assert len(merged) == len(seats) > 0 and merged["name"].notna().all()
