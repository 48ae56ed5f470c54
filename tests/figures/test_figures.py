"""Figures of pictures: the same bytes twice, fonts inside, nothing too small, nothing outside its box."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph.core.errors import InputError
from graph.core.language import UnknownLanguage
from graph.pictures import Picture
from tests.documents import ROOT
from tests.figures.conftest import PICTURES, Written
from tests.figures.reading import fonts, grey, read
from tests.visualize.samples import (
    air_picture,
    node,
    supposed_picture,
    tie,
    words,
)
from tests.visualize.test_layouts import mayors
from visualize.figures import write_figure
from visualize.picture.words import names

READ = [("air", "en", 175), ("air", "zh", 85), ("supposed", "zh", 85), ("tree", "en", 85),
        ("tree", "zh", 175)]  # fmt: skip
SUFFIXES = (".pdf", ".svg", ".png")
HOSTILE = (
    "$x_{2}$ \\textbf{小组}", "<script>alert(1)</script>", "&lt;b&gt; \"'", "]]>\\end{document}",
    "%(name)s {0} %d", "a" * 300,
)  # fmt: skip


def hostile_picture() -> Picture:
    """A group whose every text is a trap."""
    first, *others = HOSTILE
    nodes = [node("g", first, first, "group", "group", None)]
    nodes += [
        node(str(n), text, text, "province", "member", 8 - n) for n, text in enumerate(others)
    ]
    ties = [tie("0", str(n), "AUTHORITY", "LINE", n) for n in range(1, len(others))]
    return Picture(
        words(first), words("\u202e卐\u0000 \ud800 😀 caption"), "2018-12-25", "tiers", (), (),
        tuple(nodes), tuple(ties),
    )  # fmt: skip


@pytest.mark.parametrize(("name", "lang", "width"), [*READ, ("closed", "en", 175)])
def test_a_figure_has_the_width_of_a_column_and_no_small_text(
    name: str, lang: str, width: int, written: Written
) -> None:
    path, size = written(name, lang, width)
    sheet = read(path)
    assert sheet.width == pytest.approx(width, abs=0.1)
    assert sheet.height == pytest.approx(size.height, abs=0.1)
    assert min(char["size"] for char in sheet.chars) >= 5.99
    for char in sheet.chars:
        assert char["x0"] >= 0 and char["x1"] <= sheet.width * 72 / 25.4
        assert char["top"] >= 0 and char["bottom"] <= sheet.height * 72 / 25.4


@pytest.mark.parametrize(("name", "lang", "width"), READ)
def test_text_lies_inside_its_box(name: str, lang: str, width: int, written: Written) -> None:
    sheet = read(written(name, lang, width)[0])
    boxes = [c for c in sheet.curves if c["x1"] - c["x0"] > 12 and c["bottom"] - c["top"] > 7]
    inside = 0
    for char in sheet.chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        own = [b for b in boxes if b["x0"] < x < b["x1"] and b["top"] < y < b["bottom"]]
        if own and char["text"].strip():
            box = min(own, key=lambda b: b["x1"] - b["x0"])
            inside += 1
            assert box["x0"] - 0.3 <= char["x0"] and char["x1"] <= box["x1"] + 0.3, char["text"]
    assert inside > 3 * len(PICTURES[name]().nodes)


@pytest.mark.parametrize(("name", "lang", "width"), READ)
def test_every_name_can_be_read_and_found(
    name: str, lang: str, width: int, written: Written
) -> None:
    picture = PICTURES[name]()
    text = "".join(read(written(name, lang, width)[0]).text.split())
    for one in picture.nodes:
        label = names(one).zh if lang == "zh" else names(one).en
        # A name may be broken over lines that stand beside other boxes: each of its words is there.
        assert all(word in text for word in label.split()) or label[:4] in text
    if name == "air":
        assert text.count("统属+2" if lang == "zh" else "LINE+2") == 12


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a process with a seed of its own wrote a picture in every form."""
    script = (
        "from pathlib import Path; from visualize.figures import write_figure; "
        "from tests.visualize.samples import air_picture; "
        f"[write_figure(air_picture(), Path('图' + one), 'zh', 175) for one in {SUFFIXES}]"
    )
    folder = tmp_path_factory.mktemp("elsewhere")
    environ = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", script], env=environ, cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_picture_makes_the_same_bytes_elsewhere(
    suffix: str, elsewhere: Path, written: Written
) -> None:
    """Another process, another seed, another folder and name."""
    first = (elsewhere / f"图{suffix}").read_bytes()
    second = written("air", "zh", 175, suffix)[0].read_bytes()
    assert first == second
    for trace in (b"CreationDate", b"<dc:date>", b"Matplotlib v", b"lsgraph-test", b"/tmp"):
        assert trace not in first


def test_fonts_are_inside_and_truetype(written: Written) -> None:
    path, _ = written("air", "zh", 85)
    found = fonts(path)
    assert found and all(start in (b"\0\1\0\0", b"true") for _, start in found)
    assert all("+" in name for name, _ in found), "cut down to what is drawn"
    body = path.read_bytes()
    assert b"/Type3" not in body and b"LastResort" not in body
    assert len(body) < 200_000


def test_simplified_chinese_is_taken_from_a_collection(written: Written) -> None:
    """The first face of Noto's collection is Japanese and writes 骨 and 直 otherwise."""
    assert {name.partition("+")[2] for name, _ in fonts(written("air", "zh", 85)[0])} == {
        "NotoSansCJKsc-Regular",
        "NotoSansCJKsc-Bold",
    }


def test_svg_needs_no_font(written: Written) -> None:
    tree = ElementTree.parse(written("air", "zh", 175, ".svg")[0])
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert "path" in tags and not tags & {"text", "image", "script", "foreignObject"}
    root = tree.getroot()
    assert (
        root.attrib["width"] == f"{175 * 72 / 25.4:.6f}pt"[: len(root.attrib["width"]) - 2] + "pt"
    )


@pytest.mark.parametrize("suffix", [".pdf", ".svg"])
def test_hostile_names_are_plain_text(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    write_figure(hostile_picture(), path)
    if suffix == ".svg":
        tags = {e.tag.rpartition("}")[2] for e in ElementTree.parse(path).iter()}
        assert "script" not in tags
        return
    text = "".join(read(path).text.split())
    for said in ("$x_{2}$\\textbf{小组}", "<script>", "&lt;b&gt;", "%(name)s{0}%d"):
        assert said in text
    assert "\u202e" not in text and "〓" in text, "what the font lacks is marked"


def test_what_is_not_drawn_is_said(written: Written) -> None:
    assert re.search(r"Showing \d+ of 941", read(written("closed")[0]).text)


def test_supposed_unknown_and_whose_definitions_are_said(tmp_path: Path) -> None:
    write_figure(supposed_picture(), tmp_path / "x.pdf", titled=False)
    text = read(tmp_path / "x.pdf").text
    assert "chair · supposed" in text and "OUTRANK_ONLY +1" in text
    assert "operationalisation of this project" in " ".join(text.split())
    assert "SELF_FORMING" not in text, "the caption goes with the title"


def test_ink_on_white_paper(written: Written) -> None:
    shades = grey(written("air")[0]).histogram()
    dark, white = sum(shades[:110]), shades[255]
    assert white > 0.5 * sum(shades) and dark > 0.01 * sum(shades)


@pytest.mark.parametrize(
    ("change", "path", "lang", "width", "says"),
    [
        ({"nodes": (), "ties": ()}, "x.pdf", "en", 175, "nothing to draw"),
        ({"layout": "ring"}, "x.pdf", "en", 175, "unknown layout"),
        ({}, "x.jpg", "en", 175, "a figure must end in .pdf"),
        ({}, "x.pdf", "fr", 175, "Unknown language"),
        ({}, "x.pdf", "en", 20, "85 for one column"),
        ({}, "x.pdf", "en", float("nan"), "85 for one column"),
    ],
)
def test_what_can_not_be_drawn_is_refused_and_nothing_is_written(
    change: dict[str, object], path: str, lang: str, width: float, says: str, tmp_path: Path
) -> None:
    with pytest.raises((InputError, UnknownLanguage), match=says):
        write_figure(replace(air_picture(), **change), tmp_path / path, lang, width)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_picture_too_wide_for_a_column_is_refused(tmp_path: Path) -> None:
    """Ties of sixty kinds are sixty lines, more lanes than a column is wide."""
    nodes = [
        node(f"s{n}", f"上级{n}", f"Superior {n}", "province", "superior", 8) for n in range(60)
    ]
    nodes += [node(f"m{n}", f"成员{n}", f"Member {n}", "county", "member", 4) for n in range(60)]
    ties = [tie(f"s{n}", f"m{n}", f"KIND {n}") for n in range(60)]
    picture = replace(air_picture(), nodes=tuple(nodes), ties=tuple(ties))
    with pytest.raises(InputError, match=r"smaller than 6 points\. Give a larger width"):
        write_figure(picture, tmp_path / "x.pdf", "en", 85)


def test_a_figure_tells_whose_the_lines_of_bundles_are(tmp_path: Path) -> None:
    path = tmp_path / "mayors.pdf"
    write_figure(mayors(), path)
    text = read(path).text
    assert text.count("⑥⑦") == 2 and "Lines of bundles" in text
    for number, name in zip("①②③④⑤⑥⑦", range(7), strict=True):
        assert f"{number} Group {name}: City 0 (" in text
    write_figure(air_picture(), tmp_path / "air.pdf")
    assert "Lines of bundles" not in read(tmp_path / "air.pdf").text
