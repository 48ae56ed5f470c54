"""Fonts: found on the machine, cut down, refused where Chinese cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from matplotlib import get_data_path

from graph.core.errors import InputError
from graph.pictures import Picture
from tests.figures.reading import fonts, read
from tests.visualize.samples import air_picture, node, tie, words
from visualize.figures import fonts as module
from visualize.figures import write_figure
from visualize.figures.fonts import Face, figure_fonts, installed, is_han
from visualize.figures.plan import plan
from visualize.figures.truetype import cut_down
from visualize.picture.layouts import Layout

DEJAVU = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def latin_picture() -> Picture:
    """A group without a Chinese character."""
    nodes = (
        node("c", "Mayor of Jinan", "Mayor of Jinan", "post", "chair", 7),
        node("m", "Mwmwmw Wide County MMMM", "Mwmwmw Wide County MMMM", "county", "member", 4),
    )
    return Picture(words("Title"), words("Caption"), "", "tiers", (), (), nodes,
                   (tie("c", "m", "AUTHORITY", "LINE", 3),))  # fmt: skip


def test_this_machine_has_a_font_with_chinese() -> None:
    assert any(face.family == "Noto Sans CJK SC" for face in installed())


def test_without_a_chinese_font_the_remedy_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "installed", lambda: iter(()))
    with pytest.raises(InputError, match=r"No font with Chinese.*fonts-noto-cjk.*YaHei"):
        write_figure(air_picture(), tmp_path / "x.pdf", "zh")
    assert list(tmp_path.iterdir()) == []


def test_a_character_that_the_font_lacks_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poor = Face("Noto Sans CJK SC", DEJAVU, 0, 400)
    monkeypatch.setattr(module, "installed", lambda: iter((poor,)))
    with pytest.raises(InputError, match=r"no glyph for .*\(U\+[0-9A-F]{4}\)"):
        figure_fonts("济南", tmp_path)


def test_latin_needs_no_chinese_font_and_fits_in_a_wide_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "installed", lambda: iter(()))
    write_figure(latin_picture(), tmp_path / "x.pdf", "en", 85)
    assert {name.partition("+")[2] for name, _ in fonts(tmp_path / "x.pdf")} == {
        "DejaVuSans", "DejaVuSans-Bold",
    }  # fmt: skip
    sheet = read(tmp_path / "x.pdf")
    assert all(word in sheet.text for word in ("Wide", "County", "MMMM")) and "…" not in sheet.text
    assert min(char["size"] for char in sheet.chars) >= 5.99
    made = figure_fonts("".join(map(chr, range(32, 127))), tmp_path)
    found = plan(latin_picture(), "en", 85, made)
    assert isinstance(found.layout, Layout) and found.shrink < 1


def test_cutting_down_keeps_widths_and_turns_outlines_round(tmp_path: Path) -> None:
    face = next(f for f in installed() if f.family == "Noto Sans CJK SC" and f.weight == 400)
    held = cut_down(face.path, face.index, "济南市Jinan\U0001f600", tmp_path / "cut.ttf")
    assert held == set("济南市Jinan")
    cut = TTFont(tmp_path / "cut.ttf")
    whole = TTFont(face.path, fontNumber=face.index)
    assert "glyf" in cut and "CFF " not in cut
    for char in held:
        name, own = whole.getBestCmap()[ord(char)], cut.getBestCmap()[ord(char)]
        assert cut["hmtx"][own][0] == whole["hmtx"][name][0]
        assert cut["glyf"][own].numberOfContours > 0


def test_a_truetype_font_stays_one(tmp_path: Path) -> None:
    assert cut_down(DEJAVU, 0, "abc济", tmp_path / "cut.ttf") == set("abc")
    assert set(TTFont(tmp_path / "cut.ttf").getBestCmap()) >= {97, 98, 99}


@pytest.mark.parametrize(("char", "han"), [("济", True), ("。", True), ("a", False), ("😀", False)])
def test_what_is_chinese(char: str, han: bool) -> None:
    assert is_han(char) is han
