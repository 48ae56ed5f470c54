"""National hierarchies for the tests: shapes by hand, with any text in every field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bench.nation import DAY, synthetic_nation
from graph.pictures import SourceRef
from graph.pictures.nation import Nation, NationUnit

FAMOUS = "陕西省", "Shaanxi", "shanxi"


def unit(uid: str, parent: str | None, level: str, code: str, **other: object) -> NationUnit:
    """A unit with as little as a source may say."""
    least = NationUnit(
        uid, parent, None, None, uid, None, None, code, level, "县", None, None, None, None, None,
        None, (),
    )  # fmt: skip
    return replace(least, **other)  # type: ignore[arg-type]


def nation_of(*units: NationUnit) -> Nation:
    """A nation of these units; each source is called as its uid."""
    named = {uid for one in units for uid in (*one.sources, one.tie_source) if uid}
    return Nation(DAY, units, {uid: SourceRef(uid, uid, None) for uid in sorted(named)})


def small_nation() -> Nation:
    """The centre, two provinces, one of them with a city led on behalf, a lone unit."""
    zh, en, pinyin = FAMOUS
    return nation_of(
        unit("国", None, "Country", "100000", kind="国家", rank=10, rank_basis="derived"),
        unit("晋", "国", "Province", "140000", kind="省", pinyin="shanxi", name_en="Shanxi",
             sources=("table",), mode="statutory", tie_source="act"),
        unit("秦", "国", "Province", "610000", kind="省", name=zh, name_en=en, pinyin=pinyin,
             sources=("table",), mode="statutory", tie_source="table"),
        unit("西安", "秦", "Prefecture", "610100", kind="副省级市", pinyin="xi'an", name_en="Xi'an",
             rank_basis="override", rank_by_rule=6, rank_reason="contested",
             mode="statutory", from_edtf="[..1980-12-31]", to_edtf=".."),
        unit("闾河", "西安", "County", "610199", pinyin="lühe", name_en="Lühe", mode="acting"),
        unit("台", None, "Province", "710000", kind="省"),
    )  # fmt: skip


def hostile_nation(texts: Sequence[str]) -> Nation:
    """A unit for each text, with the text in every field that holds text."""
    units = [
        NationUnit(
            text, texts[(number - 1) // 3] if number else None, text, text, text, text, text, text,
            text, text, number, text, 2, text, text, text, (text,),
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    links = [(text, f"javascript:{text}")[number % 2] for number, text in enumerate(texts)]
    sources = {t: SourceRef(t, t, link) for t, link in zip(texts, links, strict=True)}
    return Nation(DAY, tuple(units), sources)


def wide_nation(families: int, members: int) -> Nation:
    """The centre, so many provinces, each of so many counties."""
    units = [unit("top", None, "Country", "100000")]
    for one in range(families):
        units.append(unit(f"p{one}", "top", "Province", f"{one + 11}0000"))
        units += [
            unit(f"c{one}-{number}", f"p{one}", "County", f"{one + 11}{number + 1000}")
            for number in range(members)
        ]
    return nation_of(*units)


__all__ = ["hostile_nation", "nation_of", "small_nation", "synthetic_nation", "unit", "wide_nation"]
