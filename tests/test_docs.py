"""The documents say what the code does: links, lists, tables and commands are held against it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from cli.main import app
from graph.ask.authority import Authority, Question, authority
from graph.catalogue import queries
from graph.catalogue.reference import reference
from graph.connection import Database
from graph.core.properties import PROPERTIES
from graph.core.terms import FLAGS, RELATIONS, TYPES
from graph.offices.ranks import RANKS, Mode
from graph.settings import NEO4J_LTS, NEO4J_VERSION
from loaders.divisions.read import read_divisions
from loaders.divisions.records import division_facts, division_records
from loaders.groups.read import read_groups
from loaders.groups.records import group_records
from tests.documents import ROOT, Session, anchors, blocks, links, sessions

DOCS = ROOT / "docs"
IN_ENGLISH = sorted(path for path in DOCS.rglob("*.md") if path.parent.name != "zh")
"""tests/test_chinese.py reads the others."""
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *IN_ENGLISH]
RUN = [DOCS / "model.md"]

DEFINITIONS = (DOCS / "definitions.md").read_text(encoding="utf-8")
MODEL = (DOCS / "model.md").read_text(encoding="utf-8")
INSTALL = (DOCS / "install.md").read_text(encoding="utf-8")

BY_HAND = re.compile(r"^\| (group:\S+) \|(.+)\|$", re.MULTILINE)
OF_THE_WRITER = {"uid", "key", "dataset", "digest"}
"""What every element has beside its own properties."""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in links(document):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        place = (document.parent / path).resolve() if path else document
        assert place.exists(), f"{document.name}: {target}"
        assert not anchor or anchor in anchors(place), f"{document.name}: {target}"


def test_the_query_reference_shows_every_query(loaded: Database, tmp_path: Path) -> None:
    """What `make docs` writes: each query that reads with a command, and links that lead somewhere."""
    page = tmp_path / "build" / "docs" / "queries.md"
    page.parent.mkdir(parents=True)
    page.write_text(reference(queries, loaded), encoding="utf-8")
    shown = {shlex.split(session.command)[3] for session in sessions(page)}
    assert shown == {query.name for query in queries.readable()}
    inside = [t for t in links(page) if not t.startswith("#")]
    assert [t for t in inside if not (ROOT / t.removeprefix("../../")).exists()] == []


@pytest.mark.parametrize(
    "session", [s for document in RUN for s in sessions(document)], ids=lambda s: f"line {s.line}"
)
@pytest.mark.usefixtures("named_server")
def test_each_command_answers(session: Session) -> None:
    program, *arguments = shlex.split(session.command)
    done = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert program == "lsgraph"
    assert done.exit_code == 0, done.output
    assert isinstance(json.loads(done.stdout), list)


def test_every_part_of_the_definitions_is_linked() -> None:
    files = {path.name for path in (ROOT / "cypher" / "authority").glob("*.cypher")}
    linked = {Path(target).name for target in links(DOCS / "definitions.md")}
    assert files <= linked


@pytest.mark.parametrize("words", [FLAGS, RELATIONS, TYPES], ids=["flags", "relations", "types"])
def test_every_word_of_an_answer_is_defined(words: dict[str, object]) -> None:
    assert {word for word in words if not re.search(rf"\b{word}\b", DEFINITIONS)} == set()


def test_the_ladder_is_that_of_the_code() -> None:
    told = re.findall(r"^\| (\d+) \| (\S+级[正副]职) \| ([^|]+) \|", DEFINITIONS, re.MULTILINE)
    assert told == [(str(r.rank), r.zh, r.en) for r in RANKS]


def test_every_mode_is_explained() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)` \S+ \|", DEFINITIONS, re.MULTILINE)) >= set(Mode)


def _asked(database: Database, group: str, day: str, chair: str, basis: str) -> Authority:
    question = Question(dt.date.fromisoformat(day), basis=basis, chair=chair or None)
    return authority(database, group, question)


def test_what_is_found_by_hand_is_found_by_query(loaded: Database) -> None:
    rows = [
        (m[1], *(cell.strip() for cell in m[2].split("|"))) for m in BY_HAND.finditer(DEFINITIONS)
    ]
    assert len(rows) == 3
    for group, day, chair, *told in rows:
        seat = _asked(loaded, group, day, chair, "seat").group
        person = _asked(loaded, group, day, chair, "person").group
        found = (
            seat.n_members, seat.gap_min, person.gap_min, seat.lc, seat.origin, seat.type, seat.row
        )  # fmt: skip
        assert [f"{value:g}" if isinstance(value, float) else str(value) for value in found] == told


def _documented() -> dict[str, tuple[set[str], set[str]]]:
    """Properties by label or relationship type: all, and those that may be absent (†)."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for section in re.split(r"^### ", MODEL, flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        cells = "".join(re.findall(r"^\| (`[^|]+)\|", text, re.MULTILINE))
        named = set(re.findall(r"`(\w+)`", cells))
        absent = set(re.findall(r"`(\w+)`†", cells))
        for name in _names(heading):
            found[name] = (named, absent)
    return found


def _names(heading: str) -> Iterable[str]:
    labels = re.findall(r"`:([\w:]+)`", heading)
    return labels[:1] or re.findall(r"`(\w+)`", heading)


def _stored() -> dict[str, set[str]]:
    divisions = read_divisions()
    parts = [
        division_records(divisions),
        group_records(read_groups(), division_facts(divisions)),
    ]
    found: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for node in part.nodes:
            found[":".join([node.label, *node.labels[:1]])] |= set(node.properties)
        for tie in part.ties:
            found[tie.type.removeprefix("GROUP_")] |= set(tie.properties)
    return found


def test_every_property_of_the_model_is_known() -> None:
    """Beside those of the table that marks the version of the schema."""
    cells = "".join(re.findall(r"^\| (`[^|]+)\|", MODEL, re.MULTILINE))
    assert set(re.findall(r"`(\w+)`", cells)) | {"version", "fingerprint"} == PROPERTIES


def test_the_model_lists_what_is_stored() -> None:
    documented, stored = _documented(), _stored()
    assert set(stored) <= set(documented)
    for name, properties in stored.items():
        named = documented[name][0]
        assert properties <= named, f"{name} stores more than docs/model.md tells"
        assert not named & OF_THE_WRITER


def test_the_model_lists_nothing_that_is_never_stored() -> None:
    """Headings that name several types share a table: each property is in one of them at least."""
    documented, stored = _documented(), _stored()
    by_table: dict[frozenset[str], set[str]] = defaultdict(set)
    for name, (named, _) in documented.items():
        by_table[frozenset(named)] |= stored.get(name, set())
    for name, (named, absent) in documented.items():
        assert named - absent <= by_table[frozenset(named)], name


def test_every_setting_is_in_the_manual() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "graph").rglob("*.py"))
    settings = set(re.findall(r"\.get\(\"((?:LSGRAPH|NEO4J)_[A-Z0-9_]+)\"", code))
    assert {"LSGRAPH_HOME", "NEO4J_URI"} <= settings
    assert settings <= set(re.findall(r"`((?:LSGRAPH|NEO4J)_[A-Z0-9_]+)`", INSTALL))


def test_the_manual_names_the_versions_that_run() -> None:
    versions = set(re.findall(r"\b(?:20\d\d|5)\.\d+\.\d+\b", INSTALL))
    assert versions == {NEO4J_VERSION, NEO4J_LTS}


def test_the_citation_is_whole() -> None:
    cited = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert (cited["version"], cited["license"]) == (project["version"], project["license"])
    assert cited["references"][0]["doi"] == "10.1108/IJPL-02-2020-0008"


def test_shell_blocks_of_the_manual_are_plain() -> None:
    """What a reader pastes holds no prompt, and each `make` word is a target."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for block in blocks(DOCS / "install.md", "sh"):
        assert not block.text.startswith("$")
    for target in re.findall(r"`make (?:[A-Z]+=\S+ )?([a-z]+)`", INSTALL):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
