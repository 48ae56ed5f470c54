"""The data of the national page: all units in columns, what they share in tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from itertools import groupby, takewhile

from graph.core.signs import KIND_MARKS, OTHER_MARK
from graph.core.terms import division_kind, term
from graph.pictures.nation import Nation, NationUnit
from graph.pictures.words import span_words
from visualize.national import words as say
from visualize.page.safety import web_link
from visualize.picture.frames import Shared
from visualize.picture.style import CHIP, TIE_LINES
from visualize.picture.texts import drawable

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def joined(texts: Sequence[str]) -> dict[str, str]:
    """Texts joined by a character that none of them holds: {"by": "|", "text": "a|b|c"}."""
    held = set().union(*texts)
    by = next(char for char in map(chr, range(ord("|"), 0xD800)) if char not in held)
    return {"by": by, "text": by.join(texts)}


def fronted(texts: Sequence[str]) -> list[str]:
    """Return each text by what it shares with the one before: a digit (base 36) and the rest.

    370101, 370102 becomes 0370101, 52. Only ASCII is shared, which scripts count as Python does.
    """
    before = ""
    made = []
    for text in texts:
        same = takewhile(lambda pair: pair[0] == pair[1] < "\x80", zip(before, text, strict=False))
        shared = min(len(list(same)), len(_DIGITS) - 1)
        made.append(_DIGITS[shared] + text[shared:])
        before = text
    return made


def runs(numbers: Iterable[int]) -> list[int]:
    """Runs of equal numbers: 5, 5, 5, 0 becomes 5, 3, 0, 1."""
    return [part for number, run in groupby(numbers) for part in (number, len(list(run)))]


Value = dict[str, object]
LINES = {
    "statutory": TIE_LINES["COMMAND"],
    "acting": replace(TIE_LINES["COMMAND"], dash=(7, 4)),
}
"""How a superior and its unit are tied: the broken line is acting leadership (代管)."""


class _Tables:
    """What many units share: each value once; `traits` are rows of numbers into the others."""

    def __init__(self, nation: Nation) -> None:
        self.nation = nation
        self.kinds: Shared[tuple[str, str]] = Shared()
        self.ranks: Shared[say.RankFacts] = Shared()
        self.periods: Shared[tuple[str | None, str | None]] = Shared()
        self.modes: Shared[str] = Shared()
        self.sources: Shared[str] = Shared()
        self.traits: Shared[tuple[object, ...]] = Shared()

    def trait(self, unit: NationUnit) -> int:
        """Return the number of the row of all that a unit may share with others."""
        read = [self.sources.add(uid) for uid in unit.sources]
        led = [] if unit.tie_source is None else [self.sources.add(unit.tie_source)]
        row = (
            self.kinds.add((say.level_of(unit), say.kind_of(unit))),
            self.ranks.add((unit.rank, unit.rank_basis, unit.rank_by_rule, unit.rank_reason)),
            self.periods.add((unit.from_edtf, unit.to_edtf)),
            self.modes.add(unit.mode or ""),
            tuple(read),
            tuple(led),
        )
        return self.traits.add(row)

    def payload(self) -> Value:
        """Return all tables as plain values."""
        return {
            "kinds": [[level, *division_kind(kind).both] for level, kind in self.kinds.values],
            "ranks": [say.basis_words(rank).both for rank in self.ranks.values],
            "periods": [span_words(*period).both for period in self.periods.values],
            "modes": [self._mode(mode) for mode in self.modes.values],
            "sources": [self._source(uid) for uid in self.sources.values],
            "traits": self.traits.values,
        }

    def _source(self, uid: str) -> list[str | None]:
        source = self.nation.sources.get(uid)
        return [source.title or uid, web_link(source.url)] if source else [uid, None]

    def _mode(self, mode: str) -> list[object]:
        line = LINES.get(mode, TIE_LINES["COMMAND"])
        return [term(say.MODES, mode).both, asdict(line)]


def nation_payload(nation: Nation) -> Value:
    """Return all that `national_data.js` reads. Linear in units."""
    order, counts = in_tree_order(nation.units)
    tables = _Tables(nation)
    traits = [tables.trait(unit) for unit in order]
    pinyin = [drawable(unit.pinyin or "") for unit in order]
    return {
        "title": say.title(nation).both,
        "as_of": str(nation.as_of),
        "count": len(order),
        "below": runs(counts),
        "traits_of": runs(traits),
        "names": joined([unit_name(unit) for unit in order]),
        "pinyin": joined(pinyin),
        "english": _english(order, pinyin),
        "codes": joined(fronted([drawable(unit.code) for unit in order])),
        "levels": {level: _level(level) for level in say.levels(nation)},
        "chip": CHIP,
        **tables.payload(),
    }


def unit_name(unit: NationUnit) -> str:
    """Return the Chinese name as it is drawn; the code or uid of a unit that has none."""
    return drawable(unit.name) or drawable(unit.code) or unit.uid


def _english(order: Sequence[NationUnit], pinyin: Sequence[str]) -> dict[int, str]:
    """English names that are not just the pinyin with a capital: 陕西 is Shaanxi."""
    names = (drawable(unit.name_en or "") for unit in order)
    pairs = enumerate(zip(names, pinyin, strict=True))
    return {number: name for number, (name, read) in pairs if name != _capital(read)}


def _capital(text: str) -> str:
    """As the page's script does it: only a Latin letter of ASCII is raised."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text


def _level(level: str) -> Value:
    mark = KIND_MARKS.get(level, OTHER_MARK)
    return {"words": say.level_words(level).both, **asdict(mark)}


Family = dict[str, list[NationUnit]]


def in_tree_order(units: Sequence[NationUnit]) -> tuple[list[NationUnit], list[int]]:
    """Return all units, superiors first, and how many each leads directly. Linear.

    A unit whose superior is not among them begins a tree of its own; so does the first unit of a
    circle.
    """
    known = {unit.uid for unit in units}
    families: Family = {}
    roots = []
    for unit in units:
        if unit.parent in known and unit.parent != unit.uid:
            families.setdefault(str(unit.parent), []).append(unit)
        else:
            roots.append(unit)
    order: list[NationUnit] = []
    counts: list[int] = []
    seen: set[str] = set()
    for root in [*roots, *units]:
        if root.uid not in seen:
            _walk(root, families, seen, order, counts)
    return order, counts


def _walk(
    root: NationUnit, families: Family, seen: set[str], order: list[NationUnit], counts: list[int]
) -> None:
    seen.add(root.uid)
    waiting = [root]
    while waiting:
        unit = waiting.pop()
        below = [child for child in families.get(unit.uid, ()) if child.uid not in seen]
        seen.update(child.uid for child in below)
        order.append(unit)
        counts.append(len(below))
        waiting.extend(reversed(below))
