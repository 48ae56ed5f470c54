"""Figures in grey: contrast by numbers, and nothing that only a colour tells."""

from __future__ import annotations

from itertools import combinations, pairwise

import matplotlib
import pytest
from matplotlib.colors import to_hex

from graph.core.signs import KIND_MARKS
from visualize.figures.ink import INK, LEAST, PAPER, SOFT, TINT, contrast, on_paper, tie_line
from visualize.maps.classes import ABSENT, FILLS, NO_DATA
from visualize.picture.style import RELATION_LINES, TIE_LINES


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", [mark.colour for mark in KIND_MARKS.values()])
def test_every_border_stands_out_from_paper(colour: str) -> None:
    assert contrast(on_paper(colour), PAPER) >= LEAST


@pytest.mark.parametrize("ground", [PAPER, TINT])
def test_text_can_be_read(ground: str) -> None:
    assert contrast(INK, ground) >= 7 and contrast(SOFT, ground) >= 7


def test_every_line_stands_out_and_no_two_relations_differ_in_colour_alone() -> None:
    lines = [tie_line("AUTHORITY", name) for name in RELATION_LINES]
    assert all(contrast(line.colour, PAPER) >= LEAST for line in lines)
    shapes = {(line.dash, line.width, line.double) for line in lines}
    assert len(shapes) == len(lines)
    patterns = [(line.dash, line.double, line.width > 3) for line in lines]
    assert len(set(patterns)) == len(lines)


def test_every_kind_of_tie_can_be_told_in_grey() -> None:
    """By dashes, by the head of the arrow, or by a width and a lightness that differ clearly."""
    for one, other in combinations((tie_line(kind) for kind in TIE_LINES), 2):
        told = one.dash != other.dash or one.hollow != other.hollow
        wide = max(one.width, other.width) / min(one.width, other.width)
        assert told or wide >= 1.5 or contrast(one.colour, other.colour) >= 2
    chair, command = tie_line("AUTHORITY"), tie_line("COMMAND")
    assert chair.width >= 2 * command.width and contrast(chair.colour, command.colour) >= 1.8


def test_kinds_have_a_glyph_each() -> None:
    assert len({mark.glyph for mark in KIND_MARKS.values()}) == len(KIND_MARKS)


def test_classes_are_cividis_and_told_apart_in_grey() -> None:
    cividis = matplotlib.colormaps["cividis"]
    assert [fill.tone for fill in FILLS] == [
        to_hex(cividis(place)) for place in (0.97, 0.77, 0.55, 0.32, 0.05)
    ]
    assert all(contrast(one.tone, other.tone) >= 1.5 for one, other in pairwise(FILLS))
    hatches = [fill.hatch for fill in (*FILLS, NO_DATA)]
    assert len(set(hatches)) == len(hatches)
    for fill in FILLS:
        assert not fill.hatch or contrast(fill.ink, fill.tone) >= 3
    assert NO_DATA.hatch and not ABSENT.hatch
