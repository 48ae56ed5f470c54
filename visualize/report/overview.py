"""What was compared and what is unknown of it: the table that comes first in every output."""

from __future__ import annotations

from typing import Any

from graph.core.language import Language
from graph.core.words import Words
from graph.regions.compare import Comparison
from graph.regions.groups import GATHERED
from graph.regions.profile import Profile

HEADS = {
    "region": Words("Region", "地区"),
    "covers": Words("Covers", "范围"),
    "groups": Words("Groups", "小组数"),
    "by_hand": Words("Chosen by hand", "人工挑选"),
    "gathered": Words("Gathered", "搜集"),
    "no_type": Words("Type not identified", "类型未判明"),
    "gap_missing": Words("Gap missing", "级差缺失"),
    "lc_missing": Words("Coverage missing", "覆盖率缺失"),
    "not_defined": Words("Without a gap by nature", "本无级差"),
    "clusters": Words("Independent clusters", "独立的群"),
    "beyond": Words("Cover it and reach beyond", "覆盖且超出"),
}
"""Columns of the table; those without anything in any region are left out."""
ALWAYS = ("region", "groups", "no_type", "gap_missing", "lc_missing", "clusters")


def overview(comparison: Comparison, language: Language = "en") -> list[dict[str, Any]]:
    """Return a row for each region, by the names of the columns in the language."""
    clusters = {one.label: len(set(one.clusters)) for one in comparison.samples}
    rows = [_row(one, clusters[one.region.label], language) for one in comparison.regions]
    kept = [name for name in HEADS if name in ALWAYS or any(row[name] for row in rows)]
    return [{HEADS[name].say(language): row[name] for name in kept} for row in rows]


def _row(one: Profile, clusters: int, language: Language) -> dict[str, Any]:
    types = {share.type: share.count for share in one.types}
    unknown = types.get("UNKNOWN", 0)
    defined = one.n - one.gap_min.not_defined
    return {
        "region": one.region.label,
        "covers": _covers(one, language),
        "groups": one.n,
        "by_hand": one.hand_picked,
        "gathered": one.standings.get(GATHERED, 0),
        "no_type": _share(unknown, one.n, language),
        "gap_missing": _share(one.gap_min.missing, defined, language),
        "lc_missing": _share(one.lc.missing, one.n - one.lc.not_defined, language),
        "not_defined": one.gap_min.not_defined,
        "clusters": clusters,
        "beyond": one.reaches.get("beyond", 0),
    }


def _share(count: int, of: int, language: Language) -> str:
    return Words(f"{count} of {of}", f"{of} 个中的 {count} 个").say(language)


def _covers(one: Profile, language: Language) -> str:
    """The document that defines a named region, or the members of one that the user put together."""
    area = one.region.area
    if area is None:
        return ""
    if area.definition is None:
        return "、".join(area.names)
    said = area.definition.document or "、".join(area.names)
    return f"{said} ({area.definition.version})"
