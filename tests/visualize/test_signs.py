"""One table of signs and colours: every page, figure and file draws a type, kind or relation alike."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from graph.core.language import LANGUAGES
from graph.core.signs import (
    KIND_MARKS,
    RELATION_MARKS,
    RELATION_SIGNS,
    TYPE_MARKS,
    Mark,
)
from graph.core.terms import RELATIONS, TYPES
from graph.export.network.looks import colour
from visualize.figures.ink import LEAST, contrast
from visualize.matrix.data import matrices_payload
from visualize.picture.style import COLOURINGS, RELATION_LINES
from visualize.strips import scene, svg

DARK_PAGE = "#14181c"
LIGHTENED = {"#000000", "#222222", "#555555"}
"""What a dark page draws lighter: VERY_DARK of static/draw.js."""


def test_each_type_and_relation_has_a_sign_of_its_own() -> None:
    for terms, marks in ((TYPES, TYPE_MARKS), (RELATIONS, RELATION_MARKS)):
        assert marks.keys() == terms.keys()
        assert len({mark.glyph for mark in marks.values()}) == len(marks)
    assert len({mark.colour for mark in TYPE_MARKS.values()}) == len(TYPE_MARKS)
    assert RELATION_SIGNS.keys() == RELATIONS.keys()
    assert len(set(RELATION_SIGNS.values())) == len(RELATION_SIGNS)


@pytest.mark.parametrize("mark", [*TYPE_MARKS.values(), *RELATION_MARKS.values()])
def test_each_sign_stands_out_from_paper_and_from_a_dark_page(mark: Mark) -> None:
    assert contrast(mark.colour, "#ffffff") >= LEAST
    assert mark.colour in LIGHTENED or contrast(mark.colour, DARK_PAGE) >= LEAST
    assert mark not in TYPE_MARKS.values() or mark.colour not in LIGHTENED


@pytest.mark.parametrize("name", TYPES)
def test_strips_dots_and_boxes_mark_a_type_alike(name: str) -> None:
    mark = TYPE_MARKS[name]
    assert COLOURINGS["type"][name] is mark
    drawn = scene.Scene(100)
    for language in LANGUAGES:
        scene.add_types(drawn, {name}, language)
    for picture in (str(svg.key(name)), str(svg.svg(drawn, ""))):
        found = [one for one in ElementTree.fromstring(picture).iter() if one.tag == "polygon"]
        assert found and all(one.get("fill") == mark.colour for one in found)
        assert all(len(str(one.get("points")).split()) == len(mark.glyph) for one in found)


def test_lines_cells_and_boxes_show_a_relation_in_one_colour() -> None:
    cells = matrices_payload([])["colours"]
    assert isinstance(cells, dict)
    for name, mark in RELATION_MARKS.items():
        assert RELATION_LINES[name].colour == cells[name] == mark.colour
        assert COLOURINGS["relation"][name] is mark


def test_a_network_file_has_the_colours_of_the_pages() -> None:
    for kind in ("Group", "Post", "Person", "Document"):
        assert colour({"type": kind}) == KIND_MARKS[kind.lower()].colour
    for level in ("Country", "Province", "Prefecture", "County", "Township", None):
        expected = KIND_MARKS[(level or "Agency").lower()].colour
        assert colour({"type": "Unit", "level": level}) == expected
    assert re.fullmatch("#[0-9a-f]{6}", colour({"type": "Source"}))
