"""What the national page says of its divisions, in English and Chinese."""

from __future__ import annotations

from collections import Counter

from graph.core.terms import LEVELS, term
from graph.core.words import Words
from graph.pictures.nation import Nation, NationUnit
from visualize.picture.texts import drawable
from visualize.picture.words import KINDS, in_order, rank_words

RankFacts = tuple[int | None, str | None, int | None, str | None]
"""Rank, its basis, and beside an override the rank by rule and the reason."""

BASES = {
    "stated": Words("stated by a source", "来源明载"),
    "derived": Words("derived by rule", "按规则推定"),
    "override": Words("contested, set aside from the rule", "有争议，不按规则"),
}
MODES = {
    "statutory": Words("statutory leadership", "法定领导"),
    "acting": Words("acting leadership", "代管"),
}
NO_TOWNSHIPS = Words(
    "Townships are not in this page: they are not loaded (lsgraph load divisions --townships), or not in"
    " force on this day.",
    "本页不含乡级区划：尚未载入（lsgraph load divisions --townships），或当日不存在。",
)
_MANY = ("centre", "provinces", "prefectures", "counties", "townships")
MANY = {
    level.lower(): Words(many, said.zh)
    for many, (level, said) in zip(_MANY, LEVELS.items(), strict=True)
}
"""Levels as their units are counted."""


def title(nation: Nation) -> Words:
    """Return the heading, with the day."""
    return Words(
        f"Administrative divisions of China, {nation.as_of}", f"中国行政区划层级（{nation.as_of}）"
    )


def caption(nation: Nation) -> Words:
    """Tell how many divisions there are, by level."""
    count = len(nation.units)
    return Words(
        f"{count:,} divisions in force. Click one, or press Enter, to open and close what it leads.",
        f"存续的区划 {count:,} 个。点击或按回车键，展开或收起其下辖区划。",
    )


def levels(nation: Nation) -> dict[str, int]:
    """Tell how many units each level has, highest level first, levels that have no name last."""
    counts = Counter(level_of(unit) for unit in nation.units)
    return {level: counts[level] for level in in_order(MANY, counts)}


def level_of(unit: NationUnit) -> str:
    """Return the level of a unit as pages know it: country, province and so on."""
    return drawable(unit.level.lower())


def kind_of(unit: NationUnit) -> str:
    """Return the kind of a unit (建制) as it is drawn."""
    return drawable(unit.kind)


def level_words(level: str) -> Words:
    """Return the name of a level."""
    return term(KINDS, level)


def basis_words(facts: RankFacts) -> Words:
    """Return the rank, what it rests on, and beside an override the rank by rule and the reason."""
    number, basis_name, by_rule, reason = facts
    rank = rank_words(number)
    if basis_name is None:
        return rank
    basis = term(BASES, basis_name)
    en, zh = [basis.en], [basis.zh]
    if by_rule is not None:
        rule = rank_words(by_rule)
        en.append(f"by rule {rule.en}")
        zh.append(f"依规则为 {rule.zh}")
    if reason is not None:
        en.append(reason)
        zh.append(reason)
    return Words(f"{rank.en} ({'; '.join(en)})", f"{rank.zh}（{'；'.join(zh)}）")
