"""Outlines of the user's own: joined by code, named on the map, and refused in words."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core import door
from graph.core.errors import Refused
from tests.cli.conftest import Run
from tests.figures.reading import read
from visualize.maps import own_outlines

Feature = dict[str, Any]
DAY = "2018-12-25"


def square(west: float, south: float, size: float = 4.0) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(code: object, ring: list[list[float]], key: str = "code", **more: object) -> Feature:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {key: code, **more}, "geometry": geometry}


def provinces() -> list[Feature]:
    """Five provinces as boxes, each with its code in another writing, and the lines in the seas."""
    writings = (("code", "370000"), ("adcode", 320000), ("GB", "156330000"), ("code", "34"),
                ("adcode", 310000000000))  # fmt: skip
    made = [
        feature(code, square(110 + 5 * n, 30), key, name=f"甲{n}") for n, (key, code) in enumerate(writings)
    ]  # fmt: skip
    made[4]["geometry"] = {"type": "MultiPolygon", "coordinates": [[square(130, 30, 0.01)]]}
    lines = {
        "type": "MultiLineString",
        "coordinates": [[[112, 12], [114, 10]], [[118, 14], [119, 16]]],
    }
    sea = {"type": "Feature", "properties": {"adcode": "100000_JD", "name": ""}, "geometry": lines}
    return [*made, sea]


def file(folder: Path, features: list[Feature], **more: object) -> Path:
    path = folder / "标准地图.geojson"
    text = json.dumps({"type": "FeatureCollection", **more, "features": features})
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".html", ".pdf", ".svg"])
def test_the_map_is_drawn_on_the_file_and_names_it(
    run: Run, loaded: Database, tmp_path: Path, suffix: str
) -> None:
    path = file(tmp_path, provinces())
    output = tmp_path / f"map{suffix}"
    done = run("view", "map", "groups", "--as-of", DAY, "--outlines", str(path), "-o", str(output))
    assert done.code == 0, done.err
    text = read(output).text if suffix == ".pdf" else output.read_text(encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    told = done.out if suffix != ".html" else text
    assert "a file of the user" in told and digest in told and "标准地图.geojson" in told
    assert "@svg-maps" not in text and str(tmp_path) not in text
    rows = queries.divisions_in_force(dt.date.fromisoformat(DAY), database=loaded)
    there = {row.code: row.name for row in rows if row.level == "Province"}
    without = there.keys() - {"370000", "320000", "330000", "340000", "310000"}
    if suffix == ".html":
        assert text.count('<path class="area"') == 5 and text.count('class="frame"') == 1
        assert "No outline: Beijing" in text and f"and {len(without) - 12} more." in text
    else:
        assert "No outline: Beijing" in " ".join(told.split())


def test_codes_join_whatever_their_writing(tmp_path: Path) -> None:
    made = own_outlines(file(tmp_path, provinces()), "province")
    assert set(made.shapes) == {"370000", "320000", "330000", "340000", "310000"}
    assert all(len(ring) > 2 for rings in made.shapes.values() for ring in rings)
    assert len(made.lines) == 2 and not made.frame
    west = {code: min(x for ring in rings for x, _ in ring) for code, rings in made.shapes.items()}
    assert sorted(west, key=lambda code: west[code]) == [
        "370000",
        "320000",
        "330000",
        "340000",
        "310000",
    ]


def test_only_the_level_and_the_place_asked_for_are_drawn(tmp_path: Path) -> None:
    codes = ("370000", "370100", "370102", "320102", "100000")
    path = file(tmp_path, [feature(code, square(110 + n, 30)) for n, code in enumerate(codes)])
    assert set(own_outlines(path, "county").shapes) == {"370102", "320102"}
    assert set(own_outlines(path, "county", "37").shapes) == {"370102"}
    assert set(own_outlines(path, "prefecture").shapes) == {"370100"}
    assert own_outlines(path, "province").frame and not own_outlines(path, "county", "37").frame


def _two(change: Callable[[Feature], object]) -> list[Feature]:
    made = [
        feature("370000", square(110, 30), name="甲"),
        feature("320000", square(115, 30), name="乙"),
    ]
    change(made[1])
    return made


def _geometry(kind: str, coordinates: object) -> list[Feature]:
    return _two(lambda one: one.update(geometry={"type": kind, "coordinates": coordinates}))


OPEN = [[110, 30], [111, 30], [111, 31], [110, 31]]
REFUSED: dict[str, tuple[list[Feature], str]] = {
    "no code": (_two(lambda one: one.update(properties={"name": "乙", "id": 3})),
                "feature 2 (乙) has no property code, adcode or gb (its properties: name, id). Add the code"),
    "no properties": (_two(lambda one: one.update(properties=None)), "(its properties: none)"),
    "a name for a code": (_two(lambda one: one["properties"].update(code="江苏")), "the code '江苏'."),
    "a code twice": (_two(lambda one: one["properties"].update(code=370000)),
                     "feature 2 (乙) and feature 1 (甲) both have the code 370000. Join them"),
    "no geometry": (_two(lambda one: one.update(geometry=None)), "feature 2 (乙) has no Polygon"),
    "a point": (_geometry("Point", [110, 30]), "but Point. Give its outline"),
    "a line": (_geometry("LineString", [[110, 30], [111, 30]]), "but LineString"),
    "an open ring": (_geometry("Polygon", [OPEN]), "does not end where it begins. Mend it: ogr2ogr"),
    "two points": (_geometry("Polygon", [[[110, 30], [110, 30]]]), "a ring of 2 points; 4 are needed"),
    "no rings": (_geometry("Polygon", []), "has no coordinates"),
    "not nested": (_geometry("MultiPolygon", [square(115, 30)]), "a point that is not two numbers"),
    "a text": (_geometry("Polygon", "x"), "a ring of 0 points"),
    "texts": (_geometry("Polygon", [[["110", "30"]] * 4]), "a point that is not two numbers"),
    "truth values": (_geometry("Polygon", [[[True, False]] * 4]), "a point that is not two numbers"),
    "metres": (_geometry("Polygon", [square(500000, 4000000)]), "not in degrees. Convert it: ogr2ogr"),
    "another level": ([feature("370100", square(110, 30))], "no outline of a province. Its codes: 370100."),
    "no features": ([], "it has no features"),
}  # fmt: skip


@pytest.mark.parametrize("fault", REFUSED)
def test_a_file_that_cannot_be_used_is_refused_with_feature_and_remedy(
    run: Run, tmp_path: Path, fault: str
) -> None:
    features, says = REFUSED[fault]
    path = file(tmp_path, features)
    done = run("view", "map", "groups", "--outlines", str(path), "-o", str(tmp_path / "x.html"))
    told = "".join(done.err.split())
    assert done.code == 2 and done.err.startswith("Error: "), done.err
    assert "标准地图.geojson" in told and "".join(says.split()) in told, done.err
    assert not (tmp_path / "x.html").exists()


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4490", "EPSG:4326"]
)
def test_degrees_are_taken_under_their_names(tmp_path: Path, name: str) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    assert len(own_outlines(file(tmp_path, provinces(), crs=crs), "province").shapes) == 5


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b'{"type": "FeatureCollection", "features": [NaN]}', "a number is NaN"),
        (b'{"type": "FeatureCollection", "features": [1e999, Infinity]}', "a number is Infinity"),
        (b'{"type": "FeatureCollection"}', "not a list of objects"),
        (b'{"type": "FeatureCollection", "features": [3]}', "not a list of objects"),
        (b'{"type": "Topology"}', "not a FeatureCollection"),
        (b"[]", "not a FeatureCollection"),
        (b'{"type":', "not JSON (Expecting value, line 1)"),
        (b"[" * 200_000, "it is too deep"),
        (b"9" * 5_000, "a number too long"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"", "not JSON"),
        (b'{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name":'
         b' "urn:ogc:def:crs:EPSG::3857"}}, "features": []}', "EPSG::3857, not in degrees"),
        (b'{"type": "FeatureCollection", "crs": 3, "features": []}', "a system without a name"),
    ],
)  # fmt: skip
def test_what_is_no_geojson_is_refused(tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_bytes(raw)
    with pytest.raises(Refused) as told:
        own_outlines(path, "province")
    assert says in str(told.value) and str(told.value).startswith(str(path))


def test_a_large_file_a_folder_and_none_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.geojson"
    with large.open("wb") as made:
        made.truncate(door.OUTLINES + 1)
    for path, says in (
        (large, "at most 50,000,000"),
        (tmp_path, "folder"),
        (tmp_path / "no", "not exist"),
    ):
        with pytest.raises(Refused, match=says):
            own_outlines(path, "province")
