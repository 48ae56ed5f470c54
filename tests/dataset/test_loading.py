"""The wide dataset on a real server: every seat arrives, and a later load of the core keeps it."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from cli.data.data import write_list
from graph.ask.authority import Question, authority
from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.language import Language, speaking
from graph.core.marks import marked
from graph.core.model import TieType
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_facts
from loaders.groups.read import read_everything
from loaders.groups.records import group_records
from loaders.load.shipped import ensure_shipped
from loaders.load.verbs import holds_dataset, load_groups
from loaders.package.rows import ENDS, NODES, package_rows
from loaders.quality.findings import KNOWN, findings
from tests.cli.conftest import invoke
from tests.english import english
from tests.gallery.entries import LIST
from tests.gallery.page import digest, made_from, out_of_date
from tests.servers import statements
from tests.session import shared_server
from tests.templates import Content

FINDINGS = Path(__file__).parents[2] / "docs" / "findings.md"


@pytest.fixture(scope="module")
def wide(jars_dir: Path) -> Iterator[Database]:
    """A graph of this file's own with core and dataset, loaded into an empty one."""
    with connect(shared_server(Content.WHOLE, jars_dir)) as database:
        yield database


@pytest.mark.long
def test_the_list_in_the_gallery_is_current(wide: Database, tmp_path: Path) -> None:
    write_list(wide, read_everything(), tmp_path / LIST.page_file)
    assert digest(tmp_path / LIST.page_file) == made_from()[LIST.name], out_of_date(LIST)


@pytest.mark.long
def test_the_list_links_to_a_page_of_every_group(
    jars_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = shared_server(Content.WHOLE, jars_dir)
    monkeypatch.setenv("NEO4J_URI", str(server.uri))
    monkeypatch.setenv("NEO4J_PASSWORD", str(server.password))
    number = len(read_everything().groups)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "list" / "index.html"
        target.parent.mkdir()
        answer = invoke("data", "index", "-o", str(target), "--pages", str(folder / "pages"))
        assert answer.code == 0, answer.err
        assert f"{number} groups, {number} with a page" in " ".join(answer.out.split())
        links = re.findall(r'<a href="(\./[^"]+)"', target.read_text(encoding="utf-8"))
        pages = {(target.parent / unquote(link)).resolve() for link in links}
        assert pages == {page.resolve() for page in (folder / "pages").iterdir()}
        assert len(links) == len(pages) == number


def test_every_group_and_every_seat_arrives(wide: Database) -> None:
    data = read_everything()
    found = {row.uid for row in queries.group_names(database=wide)}
    assert found == {group.uid for group in data.groups}
    # A listed member has no post to sit: its place is MEMBER_OF. Every other seat is one SITS_IN,
    # that of a unit which presided too: who presided sits for it.
    members = [s for s in data.seats if s.role in ("member", "deputy_chair") and not s.presided]
    listed = [s for s in members if s.unit and not s.post and not s.person]
    ties = [row.type for row in queries.stored_ties(marked("groups"), database=wide)]
    assert ties.count("SITS_IN") == len(data.seats) - len(listed)


def test_the_graph_holds_the_rows_of_the_package(wide: Database) -> None:
    """Every row of the data package is a node or tie of the graph, and the other way round."""
    data = read_everything()
    rows = package_rows(data)
    records = group_records(data, division_facts(read_divisions()))
    nodes = list(queries.stored_nodes(database=wide))
    stored = {(r.label, r.uid): r.digest for r in nodes}
    ours = {(r.label, r.uid) for r in nodes if r.dataset == marked("groups")}
    assert {(str(n.label), n.uid): n.digest for n in records.nodes}.items() <= stored.items()
    for label, table in NODES.items():
        told = {str(row["uid"]) for row in rows[table]}
        own = {uid for kind, uid in ours if kind == label}
        assert {uid for uid in told if not uid.startswith("div:")} == own
        assert told <= {uid for kind, uid in stored if kind == label}
    ties = {(row.type, row.key) for row in queries.stored_ties(marked("groups"), database=wide)}
    for kind, (table, _, _) in ENDS.items():
        name = "SUCCEEDED_BY" if kind is TieType.GROUP_SUCCEEDED_BY else str(kind)
        told = {str(row["key"]) for row in rows[table] if row.get("kind", name) == name}
        prefix = f"{name}|" if table == "unit_ties" else ""
        assert told == {f"{prefix}{key}" for tie, key in ties if tie == name}


def test_every_tie_has_a_source_and_a_confidence(wide: Database) -> None:
    assert list(statements.unsourced_ties(database=wide)) == []


def test_loading_the_core_again_keeps_the_dataset(wide: Database) -> None:
    assert holds_dataset(wide)
    changes, _ = load_groups(wide)
    assert changes.total == 0
    ensure_shipped(wide)
    assert holds_dataset(wide)


def test_each_group_with_a_known_chair_and_two_governments_has_a_type(wide: Database) -> None:
    rows = queries.authority_by_group(sensitivity=False, database=wide)
    judged = [row for row in rows if row.chairs and row.n_members >= 2]
    assert len(judged) > 200
    untyped = {row.group: row.possible for row in judged if row.type == "UNKNOWN"}
    assert {group: types for group, types in untyped.items() if len(types or ()) < 2} == {}


def test_seats_told_beyond_the_core_change_its_answers_only_here(wide: Database) -> None:
    group = authority(wide, "group:sc-western-development").group
    assert group.n_members >= 10


def test_the_page_of_findings_is_current(wide: Database) -> None:
    data = read_everything()
    pages: dict[Language, Path] = {"en": FINDINGS, "zh": FINDINGS.parent / "zh" / FINDINGS.name}
    for language, page in pages.items():
        with speaking(language):
            made = findings(wide, data)
        written = re.sub(r"\A<!-- follows .* -->\n", "", page.read_text(encoding="utf-8"))
        assert written == made, f"LSGRAPH_LANGUAGE={language} lsgraph data findings -o {page}"
    assert english(made) == []


def test_bodies_that_changed_type_are_on_it(wide: Database) -> None:
    text = FINDINGS.read_text(encoding="utf-8")
    before, after = "京津冀及周边地区大气污染防治协作小组", "京津冀及周边地区大气污染防治领导小组"
    assert f"| {before} | WEAK | {after} | STRONG |" in text


def test_ready_answers_count_every_group_once(wide: Database) -> None:
    """Types by level and field, and gaps, are those of the page of findings."""
    data = read_everything()
    text = FINDINGS.read_text(encoding="utf-8")
    levels = {"between": "between governments", "centre": "the centre"}
    for by in ("level", "field"):
        rows = list(queries.types_counted(by=by, database=wide))
        assert sum(row.n_groups for row in rows) == len(data.groups)
        assert all(row.n_partial <= row.n_groups for row in rows)
        counts = {(levels.get(row.value, row.value), row.type): row for row in rows}
        for value in {value for value, _ in counts}:
            found = [counts.get((value, kind)) for kind in (*KNOWN, "UNKNOWN")]
            *known, unknown = found
            cells = [str(row.n_identified if row else 0) for row in known]
            more = [row.n_by_convention if row else 0 for row in known]
            told = [f"{one} + {n}" if n else one for one, n in zip(cells, more, strict=True)]
            still = (unknown.n_open, unknown.n_groups - unknown.n_open) if unknown else (0, 0)
            assert f"| {value} | {' | '.join((*told, *map(str, still)))} |" in text
    gaps = list(queries.gaps_counted(database=wide))
    assert sum(row.n_groups for row in gaps) == len(data.groups)


def test_chairs_and_governments_of_most_groups(wide: Database) -> None:
    chairs = list(queries.most_frequent_chairs(least=5, database=wide))
    assert [row.n_groups for row in chairs] == sorted((r.n_groups for r in chairs), reverse=True)
    assert "韩正" in {row.name for row in chairs}
    assert all(len(row.groups) == row.n_groups >= row.n_as_head for row in chairs)
    units = list(queries.governments_in_most_groups(level="Province", database=wide))
    assert {row.level for row in units} == {"Province"}
    assert all(row.n_groups >= 5 and row.n_listed <= row.n_groups for row in units)


@pytest.mark.parametrize(
    ("year", "chairs", "status"),
    [(1995, [], {"chair_unknown"}), (2017, ["张建龙"], set()), (2019, [], {"chair_unknown"})],
)
def test_a_chair_is_known_while_its_body_is_there(
    wide: Database, year: int, chairs: list[str], status: set[str]
) -> None:
    """国家林业局 (1998 to 2018) chairs a group of 1991: before and after, nobody known does."""
    day, group = dt.date(year, 7, 1), "group:a-desertification"
    found = authority(wide, group, Question(as_of=day)).group
    assert [chair["name"] for chair in found.chairs] == chairs
    assert ("chair_unknown" in found.flags) == (not chairs)
    asked = queries.vacancies(groups=[group], as_of=day, database=wide)
    assert {row.status for row in asked} == status
