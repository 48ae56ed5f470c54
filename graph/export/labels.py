"""Which columns hold words of a closed list: the codes and labels that Stata has in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.core import terms
from graph.core.words import Words
from graph.export.columns import Column
from graph.offices.ranks import RANKS


@dataclass(frozen=True)
class LabelSet:
    """Labels of a closed list: the code of each value, and what the code says in both languages."""

    name: str
    codes: Mapping[Any, int]
    words: Mapping[int, Words]

    def holds(self, values: Iterable[Any]) -> bool:
        """Tell whether every value that is known belongs to the list."""
        return all(value is None or value in self.codes for value in values)


def _in_order(name: str, words: Mapping[str, Words]) -> LabelSet:
    """Code the values from 1 in the order of their terms, which is the same in every file."""
    codes = {value: number for number, value in enumerate(words, start=1)}
    return LabelSet(name, codes, {codes[value]: said for value, said in words.items()})


def _numbered(name: str, words: Mapping[int, Words]) -> LabelSet:
    return LabelSet(name, {number: number for number in words}, words)


YES_NO = _numbered("yesno", {0: Words("no", "否"), 1: Words("yes", "是")})
RANK = _numbered(
    "rank", {r.rank: Words(f"{r.rank} {r.en}", f"{r.rank} {r.zh}") for r in reversed(RANKS)}
)
INSTRUMENT = _numbered("instrument", dict(enumerate(terms.INSTRUMENTS.values())))
TEXTS: Mapping[str, LabelSet] = {
    name: _in_order(name, words)
    for name, words in {
        "role": terms.ROLES, "type": terms.TYPES, "relation": terms.RELATIONS,
        "origin": terms.ORIGINS, "roster": terms.ROSTERS, "status": terms.STATUSES,
        "leadership": terms.LEADERSHIPS, "level": terms.LEVELS, "branch": terms.BRANCHES,
        "mode": {**terms.MODES, **terms.COMMANDS}, "rank_basis": terms.RANK_BASES,
        "confidence": terms.CONFIDENCES, "precision": terms.PRECISIONS,
        "end_basis": terms.END_BASES, "scope": terms.SCOPES, "basis": terms.BASES,
        "stratum": terms.STRATA, "type_certainty": terms.CERTAINTIES,
    }.items()
}  # fmt: skip
"""Closed lists of words, by the name of the column that holds one of them."""

ALSO = {
    "chair_level": "level", "from_precision": "precision", "to_precision": "precision",
    "group_type": "type", "group_type_certainty": "type_certainty", "type_if_known_only": "type",
}  # fmt: skip
"""Other columns that hold such a word."""

FLAGGED: Mapping[str, tuple[str, Words, Mapping[str, Words]]] = {
    "flags": ("flag", Words("flag", "标记"), terms.FLAGS),
    "possible": ("possible", Words("possible type", "可能的类型"), terms.TYPES),
    "rests_on": ("rests_on", Words("convention", "约定"), terms.CONVENTIONS),
}
"""Columns that hold a list of such words: how the column of each begins, what it is, and the words."""


def label_set(column: Column) -> LabelSet | None:
    """Return the labels of a column, whether or not its values all belong to the list."""
    if column.kind == "boolean":
        return YES_NO
    if column.kind == "integer":
        ranked = column.name in ("rank", "rank_by_rule") or column.name.endswith("_rank")
        return RANK if ranked else INSTRUMENT if column.name == "instrument" else None
    known = TEXTS.get(ALSO.get(column.name, column.name)) if column.kind == "string" else None
    return known if known and {*column.values} <= known.codes.keys() else None
