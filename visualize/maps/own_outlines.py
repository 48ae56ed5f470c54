"""Outlines that the user brings: a GeoJSON file whose features bear codes, for the map that a journal wants.

Codes (GB/T 2260) stand in a property code, adcode or gb: 370000, 37, 370000000000 or, as the national
platform writes them, 156370000. Features of 100000 (the country, and the lines in its seas) are drawn
as lines over all others.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from graph.core.door import OUTLINES, content
from graph.core.errors import Refused
from graph.core.safe_text import shown
from graph.core.terms import LEVELS, term
from graph.core.words import NOTHING, Words
from visualize.maps.outlines import Outlines, Ring, albers, fitted

PROPERTIES = ("code", "adcode", "gb")
COUNTRY = "100000"
GEOGRAPHIC = re.compile(r"CRS84$|EPSG:*(4326|4490)$", re.IGNORECASE)
"""Names of coordinates in degrees: WGS 84, and CGCS2000, which differs from it by centimetres."""

LACKS = Words(
    "Outlines are those of that file, whatever the day; lsgraph did not check them and states no position"
    " on any boundary.",
    "轮廓悉依该文件，不随日期变动；lsgraph 未予核验，不代表对任何边界的立场。",
)
REPROJECT = Words(
    "Convert it: ogr2ogr -t_srs EPSG:4326 new.geojson FILE.",
    "请转换：ogr2ogr -t_srs EPSG:4326 new.geojson 文件",
)


def own_outlines(path: Path, level: str, within: str = "") -> Outlines:
    """Return the outlines of a level (province, prefecture, county) whose codes begin with `within`.

    Raises Refused, which names the file, the feature and the remedy, for a file that is too large or holds
    no such outline, for other coordinates than degrees, features without a code or with that of another,
    and geometries that are broken.
    """
    raw = content(path, OUTLINES)
    features = _features(path, _json(path, raw))
    shapes: dict[str, list[Ring]] = {}
    frame: list[Ring] = []
    lines: list[Ring] = []
    places: dict[str, Words] = {}
    for number, feature in enumerate(features, start=1):
        place = Words(
            f"feature {number}{_name(feature).en}", f"第 {number} 个要素{_name(feature).zh}"
        )
        code = _code(path, place, feature)
        rings = _rings(path, place, code, feature.get("geometry"))
        if code == COUNTRY:
            (lines if _is_line(feature) else frame).extend(rings)
            continue
        if code in places:
            _refuse(
                path,
                Words(
                    f"{place.en} and {places[code].en} both have the code {code}. Join them to one"
                    " feature with a MultiPolygon.",
                    f"{place.zh}与{places[code].zh}的代码同为 {code}。请将其合并为一个 MultiPolygon 要素。",
                ),
            )
        places[code] = place
        if _level(code) == level and code.startswith(within):
            shapes[code] = rings
    if not shapes:
        held = ", ".join(list(places)[:5])
        inside = f" within {within}" if within else ""
        _refuse(
            path,
            Words(
                f"it has no outline of a {level}{inside}. Its codes: {held or 'none'}."
                " Give a file of this level, or another --level or --within.",
                f"其中没有{f'代码以 {within} 开头的' if within else ''}"
                f"{term(LEVELS, level.capitalize()).zh}轮廓。所含代码：{held or '无'}。"
                "请给出该层级的文件，或改用其他 --level 或 --within。",
            ),
        )
    digest = hashlib.sha256(raw).hexdigest()[:12]
    name = shown(path.name)
    credit = Words(
        f"Outlines: {name}, a file of the user (sha256 {digest}).",
        f"轮廓：{name}，用户所给文件（sha256 {digest}）。",
    )
    return fitted(shapes, [] if within else frame, credit, LACKS, [] if within else lines)


def _refuse(path: Path, text: Words) -> NoReturn:
    told = (f"The outlines cannot be used: {text.en}", f"无法使用该轮廓：{text.zh}")
    raise Refused(Words(*map(shown, told)), path)


def _json(path: Path, raw: bytes) -> Any:
    def number(text: str) -> NoReturn:
        _refuse(
            path,
            Words(
                f"a number is {text}, which JSON does not have. Export the file anew.",
                f"有数值为 {text}，JSON 中不允许。请重新导出文件。",
            ),
        )

    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=number)
    except UnicodeDecodeError:
        _refuse(
            path,
            Words(
                "the text is not UTF-8. Save the file as UTF-8.",
                "文本不是 UTF-8。请将文件存为 UTF-8。",
            ),
        )
    except json.JSONDecodeError as error:
        told = Words(
            f"{error.msg}, line {error.lineno}", f"读取程序报告“{error.msg}”，第 {error.lineno} 行"
        )
    except (ValueError, RecursionError):
        told = Words("it is too deep, or a number too long", "嵌套过深，或数字过长")
    _refuse(
        path,
        Words(
            f"this is not JSON ({told.en}). Give a GeoJSON file; of a shapefile:"
            " ogr2ogr -t_srs EPSG:4326 new.geojson FILE.",
            f"这不是 JSON（{told.zh}）。请给出 GeoJSON 文件；由 shapefile 转换：ogr2ogr -t_srs "
            "EPSG:4326 new.geojson FILE",
        ),
    )


def _features(path: Path, data: Any) -> list[Mapping[str, Any]]:
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        _refuse(
            path,
            Words(
                "this is not a FeatureCollection. Give a GeoJSON file of features with codes.",
                "这不是 FeatureCollection。请给出各要素带有代码的 GeoJSON 文件。",
            ),
        )
    name = _crs(data.get("crs"))
    if name is not None and not GEOGRAPHIC.search(name.en):
        _refuse(
            path,
            Words(
                f"its coordinates are in {name.en}, not in degrees (EPSG:4326). {REPROJECT.en}",
                f"坐标所用的系统为 {name.zh}，不是经纬度（EPSG:4326）。{REPROJECT.zh}",
            ),
        )
    features = data.get("features")
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        _refuse(
            path,
            Words(
                "its features are not a list of objects. Export the file anew.",
                "features 应为对象的列表。请重新导出文件。",
            ),
        )
    if not features:
        _refuse(
            path,
            Words(
                "it has no features. Give a file with outlines.",
                "文件中没有要素。请给出含有轮廓的文件。",
            ),
        )
    return features


def _crs(crs: Any) -> Words | None:
    """Return the name of a reference system, None where none is named: GeoJSON means degrees then."""
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return (
        Words.same(str(name)[:80])
        if name is not None
        else Words("a system without a name", "未命名的系统")
    )


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    found = feature.get("properties")
    return (
        {str(key).lower(): value for key, value in found.items()} if isinstance(found, dict) else {}
    )


def _name(feature: Mapping[str, Any]) -> Words:
    name = _properties(feature).get("name")
    if not isinstance(name, str) or not name:
        return NOTHING
    return Words(f" ({name[:40]})", f"（{name[:40]}）")


def _code(path: Path, place: Words, feature: Mapping[str, Any]) -> str:
    """Return the six digits of a feature."""
    held = _properties(feature)
    given = next((held[name] for name in PROPERTIES if held.get(name) not in (None, "")), None)
    if given is None:
        listed = ", ".join(list(held)[:8])
        _refuse(
            path,
            Words(
                f"{place.en} has no property code, adcode or gb (its properties: {listed or 'none'})."
                " Add the code (GB/T 2260); for a line that is not a division, 100000.",
                f"{place.zh}没有属性 code、adcode 或 gb（其属性：{listed or '无'}）。"
                "请补上代码（GB/T 2260）；不属于区划的线用 100000。",
            ),
        )
    whole = isinstance(given, float) and given.is_integer()
    text = str(int(given) if whole else given)
    # The lines in the seas are 100000_JD in one vendor's files.
    bare = re.sub("^(100000)_JD$", r"\1", text)
    bare = bare[3:] if re.fullmatch(r"156\d{6}", bare) else bare
    bare = bare[:6] if re.fullmatch(r"\d{6}0{6}", bare) else bare
    bare = bare.ljust(6, "0") if re.fullmatch(r"\d{2}|\d{4}", bare) else bare
    if not re.fullmatch(r"[0-9]{6}", bare):
        _refuse(
            path,
            Words(
                f"{place.en} has the code {text[:40]!r}. Give six digits (GB/T 2260): 370000.",
                f"{place.zh}的代码为“{text[:40]}”。请写六位数字（GB/T 2260）：370000。",
            ),
        )
    return bare


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _is_line(feature: Mapping[str, Any]) -> bool:
    return str(feature["geometry"]["type"]).endswith("LineString")


def _rings(path: Path, place: Words, code: str, geometry: Any) -> list[Ring]:
    """Return the rings of a feature, projected; of the country its lines too."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    parts = geometry.get("coordinates") if isinstance(geometry, dict) else None
    depth = {"Polygon": 1, "MultiPolygon": 2}.get(str(kind))
    line = {"LineString": 0, "MultiLineString": 1}.get(str(kind)) if code == COUNTRY else None
    if depth is None and line is None:
        _refuse(
            path,
            Words(
                f"{place.en} has no Polygon or MultiPolygon but {kind or 'no geometry'}. Give its"
                " outline, or take the feature out.",
                f"{place.zh}不是 Polygon 或 MultiPolygon，而是 {kind or '空的几何'}。"
                "请给出其轮廓，或去掉该要素。",
            ),
        )
    ways = list(_nested(parts, depth if depth is not None else line or 0))
    rings = [_ring(path, place, way, closed=depth is not None) for way in ways]
    if not rings:
        _refuse(
            path,
            Words(f"{place.en} has no coordinates. {MEND.en}", f"{place.zh}没有坐标。{MEND.zh}"),
        )
    return rings


MEND = Words(
    "Mend it: ogr2ogr -makevalid new.geojson FILE.", "请修复：ogr2ogr -makevalid new.geojson 文件"
)


def _ring(path: Path, place: Words, way: Any, closed: bool) -> Ring:
    points = [_point(path, place, point) for point in way] if isinstance(way, list) else []
    least = 4 if closed else 2
    if len(points) < least:
        _refuse(
            path,
            Words(
                f"{place.en} has a ring of {len(points)} points; {least} are needed. {MEND.en}",
                f"{place.zh}有一环只有 {len(points)} 个点，至少需要 {least} 个。{MEND.zh}",
            ),
        )
    if closed and points[0] != points[-1]:
        _refuse(
            path,
            Words(
                f"{place.en} has a ring that does not end where it begins. {MEND.en}",
                f"{place.zh}有一环首尾不相接。{MEND.zh}",
            ),
        )
    return tuple(albers(*point) for point in (points[:-1] if closed else points))


def _nested(parts: Any, depth: int) -> Iterator[Any]:
    if depth == 0:
        yield parts
    elif isinstance(parts, list):
        for part in parts:
            yield from _nested(part, depth - 1)
    else:
        yield parts


def _point(path: Path, place: Words, point: Any) -> tuple[float, float]:
    numbers = point[:2] if isinstance(point, list) else []
    if len(numbers) != 2 or not all(type(n) in (int, float) and math.isfinite(n) for n in numbers):
        _refuse(
            path,
            Words(
                f"{place.en} has a point that is not two numbers. {MEND.en}",
                f"{place.zh}有一点不是两个数值。{MEND.zh}",
            ),
        )
    east, north = numbers
    if abs(east) > 180 or abs(north) > 90:
        _refuse(
            path,
            Words(
                f"{place.en} has a point at {east:g}, {north:g}: that is not in degrees. {REPROJECT.en}",
                f"{place.zh}有一点位于 {east:g}, {north:g}，不是经纬度。{REPROJECT.zh}",
            ),
        )
    return float(east), float(north)
