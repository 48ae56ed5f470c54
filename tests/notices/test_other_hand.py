"""Notices by another hand than the parser's: what is read is held against what they state.

The texts 01 to 36 were written before their author opened the parser; 37 to 44, 45 to 60 by a third
hand, 61 to 80 by a fourth and 81 to 100 by a fifth, before the rules as mended for those before them had
read them. All stay as they are, a few expectations corrected that contradicted docs/notices.md.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from ruamel.yaml import YAML

from loaders.notices.model import Notice
from loaders.notices.read import read_notice
from tests.notices.cases import OTHER_HAND, Case, cases, score
from tests.notices.pdf_writer import pdf

ALL = cases(OTHER_HAND)
by_case = pytest.mark.parametrize("case", ALL, ids=lambda case: case.path.stem)


@cache
def _tree(case: Path) -> dict[str, object]:
    return dict(YAML(typ="safe").load(case.with_suffix(".yaml").read_text(encoding="utf-8")))


def _gbk(text: str, path: Path) -> Path:
    path.write_bytes(text.encode("gbk"))
    return path


def _pdf(text: str, path: Path) -> Path:
    path.write_bytes(pdf(text.splitlines()))
    return path


def _docx(text: str, path: Path) -> Path:
    """A Word file: each line a paragraph, lines with three tabs and more the rows of a table."""
    document = docx.Document()
    table = None
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) < 4:
            document.add_paragraph(line)
            continue
        table = table or document.add_table(0, len(cells))
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    document.save(str(path))
    return path


FORMS: dict[str, Callable[[str, Path], Path]] = {"gbk": _gbk, "pdf": _pdf, "docx": _docx}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Notice]:
    """The notice of a case, read from the form of file that its sibling asks for."""
    folder = tmp_path_factory.mktemp("notices")

    @cache
    def of(path: Path) -> Notice:
        form = str(_tree(path).get("as") or "")
        if not form:
            return read_notice(path)
        ending = "txt" if form == "gbk" else form
        text = path.read_text(encoding="utf-8")
        return read_notice(FORMS[form](text, folder / f"{path.stem}.{ending}"))

    return lambda case: of(case.path)


def test_there_are_enough_texts_layouts_and_forms() -> None:
    assert len(ALL) >= 24
    assert len({case.layout for case in ALL}) >= 8
    assert {_tree(case.path).get("as") for case in ALL} == {None, *FORMS}


def test_at_least_95_of_100_seats_are_right(read: Callable[[Case], Notice]) -> None:
    scores = {case.layout: score(case, read(case)) for case in ALL}
    table = {layout: f"{s.right} of {s.stated}" for layout, s in scores.items()}
    stated = sum(s.stated for s in scores.values())
    assert stated == 1887
    assert sum(s.right for s in scores.values()) / stated >= 0.95, table


@by_case
def test_no_wrong_seat_is_certain(case: Case, read: Callable[[Case], Notice]) -> None:
    """A seat that the notice does not state, or states otherwise, is flagged as uncertain."""
    assert score(case, read(case)).silent == ()


def test_most_right_seats_are_certain(read: Callable[[Case], Notice]) -> None:
    seats = [s for case in ALL for group in read(case).groups for s in group.seats]
    assert sum(bool(seat.check) for seat in seats) / len(seats) < 0.1


SIMPLIFIED = [case for case in ALL if "traditional" not in case.layout]


@pytest.mark.parametrize("case", SIMPLIFIED, ids=lambda case: case.path.stem)
def test_the_facts_of_the_notice(case: Case, read: Callable[[Case], Notice]) -> None:
    found = read(case).to_dict()
    assert {key: found[key] for key in case.facts} == case.facts


OWN_LINES = [case for case in ALL if _tree(case.path).get("as") not in ("docx", "pdf")]
"""Those whose file has the lines of the text."""


@pytest.mark.parametrize("case", OWN_LINES, ids=lambda case: case.path.stem)
def test_a_right_seat_stands_on_its_line(case: Case, read: Callable[[Case], Notice]) -> None:
    rows = _tree(case.path)["seats"]
    assert isinstance(rows, list)
    stated = {(r["role"], r["person"], r["title"], r["unit"], r["line"]) for r in rows}
    seats = [s for group in read(case).groups for s in group.seats]
    for seat in seats:
        key = (seat.role, seat.person, seat.title, seat.unit)
        if key in {row[:4] for row in stated}:
            assert (*key, seat.line) in stated
