"""Mistakes in free Cypher that the server accepts: unknown names of labels, types and properties."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from neo4j import ResultSummary
from rapidfuzz import fuzz, utils

from graph.core.model import Label, Level, TieType
from graph.core.properties import PROPERTIES
from graph.core.words import Words

LEAST_ALIKE = 70
"""Of 100: names less alike than this are suggested only where one is a part of the other."""
LEAST_PART = 4
"""Characters that such a part has."""
MOST_LISTED = 20
"""Names that are listed where none is near."""
_SCORERS = (fuzz.ratio, fuzz.token_sort_ratio)

LABELS = (*map(str, Label), "Division", "Agency", *map(str, Level), "Schema")
TYPES = tuple(dict.fromkeys(kind.stored for kind in TieType))

_NAMES: Mapping[str, tuple[Words, Collection[str]]] = {
    "01N50": (Words("label", "标签"), LABELS),
    "01N51": (Words("relationship type", "关系类型"), TYPES),
    "01N52": (Words("property", "属性"), sorted(PROPERTIES)),
}
"""What each notification of the server calls unknown, and the names that the model knows."""

_QUOTED = re.compile(r"`(.+?)` does not exist")


def mistakes(explained: ResultSummary) -> tuple[Words, ...]:
    """What is probably wrong in a statement, from its EXPLAIN; each once, in words."""
    return tuple(dict.fromkeys(_unknown_names(explained)))


def _unknown_names(explained: ResultSummary) -> Iterator[Words]:
    """Names that neither the graph nor the model knows; one that no row bears yet is not a mistake."""
    for status in explained.gql_status_objects:
        what, known = _NAMES.get(status.gql_status, (None, ()))
        quoted = _QUOTED.search(status.status_description)
        if what and quoted and quoted[1] not in known:
            yield _unknown(what, quoted[1], known)


def _unknown(what: Words, name: str, known: Collection[str]) -> Words:
    told = Words(f"Unknown {what.en} {name}.", f"未知的{what.zh} {name}。")
    near, listed = nearest(name, known), ", ".join(known)
    if near:
        remedy = Words(f"Did you mean {near}?", f"是否指 {near}？")
    elif len(known) > MOST_LISTED:
        remedy = Words(
            "CALL db.propertyKeys() lists them all.", "全部名称见 CALL db.propertyKeys()。"
        )
    else:
        remedy = Words(f"Choose one of: {listed}.", f"可用：{listed}。")
    return Words.joined((told, remedy), en=" ", zh="")


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that is most like a name, whatever its case and its underscores; None if none is."""
    typed = utils.default_process(name)
    plain = {one: utils.default_process(one) for one in known}
    alike = {one: max(s(typed, text) for s in _SCORERS) for one, text in plain.items()}
    best = max(known, key=alike.__getitem__)
    if alike[best] >= LEAST_ALIKE:
        return best
    held = [one for one in known if typed in plain[one] or plain[one] in typed]
    parts = [one for one in held if min(len(plain[one]), len(typed)) >= LEAST_PART]
    return min(parts, key=len, default=None)
