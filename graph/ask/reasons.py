"""Why a group has its type, in one sentence of English and of Chinese.

The row of the type table that decided, the flags and the figures are the query's; here they only
become words. Nothing is computed anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.catalogue import Row
from graph.core.terms import CERTAINTIES, CONVENTIONS, FLAGS, TYPES
from graph.core.words import NOTHING, Words

_ROWS: Mapping[int | None, Words] = {
    None: FLAGS["undated"],
    0: Words("every seat belongs to one government", "席位同属一个政府"),
    1: Words("fewer than two members are known on the day", "当日已知成员不足两个"),
    2: Words("no source names the chair", "无资料载明组长"),
    3: Words(
        "nobody is left whom the chair neither heads nor by law cannot command",
        "除本职与体系外者之外，别无成员",
    ),
    4: Words(
        "every member is led by its own head, and others founded the body",
        "各成员由本单位正职领导，而由他方成立",
    ),
    5: Words("every member is led by its own head", "各成员由本单位正职领导"),
    6: Words(
        "the chair commands every member and outranks each", "组长统属全部成员且级别高于各成员"
    ),
    7: Words("the chair commands every member", "组长统属全部成员"),
    8: Words(
        "the members founded it and the chair does not command them all",
        "由成员成立，组长不统属全部成员",
    ),
    9: Words(
        "the chair comes from a member and commands no other", "组长来自成员之一，不统属其他成员"
    ),
    10: Words(
        "the chair does not command all members, and the members did not found it",
        "组长不统属全部成员，且非由成员成立",
    ),
}


_LINK_UNKNOWN = Words(
    "whether the chair commands every member cannot be told", "组长是否统属全部成员不能断定"
)


_NOT_ALL_COMMANDED = Words("the chair does not command all members", "组长不统属全部成员")


def reason(row: Row) -> Words:
    """One sentence: the type and what decided it, with the smallest gap and the coverage."""
    return typed(row, [why(row), _gap(row), _coverage(row)])


def typed(row: Row, parts: Iterable[Words]) -> Words:
    """The type of a group, parts of a sentence about it, and what a reader must know beside them."""
    conventions = (CONVENTIONS[name] for name in row.rests_on)
    told = dict.fromkeys((*conventions, _known_only(row), *parts, *flags_in_words(row)))
    said = Words.joined(told, "; ", "；")
    kind = type_in_words(row)
    return Words(f"{kind.en}: {said.en}.", f"{kind.zh}：{said.zh}。")


def type_in_words(row: Mapping[str, Any]) -> Words:
    """The type of a group in words: `STRONG`, `STRONG, by convention`, or `STRONG or WEAK` if it is open."""
    if row["type_certainty"] == "open":
        return either(row["possible"])
    kind = TYPES[row["type"]]
    if row["type_certainty"] != "by_convention":
        return kind
    how = CERTAINTIES["by_convention"]
    return Words(f"{kind.en}, {how.en}", f"{kind.zh}（{how.zh}）")


def _known_only(row: Row) -> Words:
    """The type of what is known, where the type of the group is open."""
    if row.type_certainty != "open" or row.type_if_known_only == "UNKNOWN":
        return NOTHING
    kind = TYPES[row.type_if_known_only]
    return Words(f"what is known alone gives {kind.en}", f"仅就已知情况为{kind.zh}")


def either(types: Sequence[str]) -> Words:
    """Several types of which one holds: `SELF_FORMING, STRONG or WEAK`."""
    said = [TYPES[name] for name in types]
    *others, last = said
    first = Words.joined(others, ", ", "、")
    return Words(f"{first.en} or {last.en}", f"{first.zh}或{last.zh}")


def chairs_in_words(row: Row, english: Mapping[str, str] | None = None) -> Words:
    """Who chairs: names and titles, or that it is not known.

    `english` holds titles in English (graph.ask.english), which English tells beside the Chinese ones.
    """
    told, left, shown = english or {}, list(row.get("chairs_last_shown") or ()), []
    for chair in row.chairs:
        found = (one for one in left if one["post"] == chair["post"] and not chair["name"])
        if before := next(found, None):
            left.remove(before)
        if chair["name"] or chair["title"]:
            shown.append(_chair(chair, told.get(chair["title"]), before))
    if shown:
        return Words.joined(shown, "、", "、")
    if row.leadership == "collective":
        return Words("collective: the heads of the members", "集体：各成员正职")
    return Words("not known", "不明")


def _chair(chair: Mapping[str, Any], english: str | None, left: Mapping[str, Any] | None) -> Words:
    """Name and title; who was last shown in the seat, where nobody is known to hold its post."""
    zh = " ".join(filter(None, (chair["name"], chair["title"])))
    said = Words(f"{zh} ({english})" if english else zh, zh)
    if left is None:
        return said
    return Words.joined((said, last_in_chair(left)), ", ", "，")


def last_in_chair(left: Mapping[str, Any]) -> Words:
    """Who was last shown in a chair, and on which day: a map of `chairs_last_shown`."""
    name, day = left["name"], left["on"]
    return Words(f"last shown: {name} on {day}", f"最后见于：{name}，{day}")


def why(row: Row) -> Words:
    """The row of the type table that decided, in words."""
    if "link_unknown" in row.flags:
        return _LINK_UNKNOWN
    of_unknown_origin = row.row == 10 and row.origin == "unknown"
    return _NOT_ALL_COMMANDED if of_unknown_origin else _ROWS[row.row]


def _gap(row: Row) -> Words:
    if row.gap_min is None:
        return NOTHING
    gap = signed(row.gap_min)
    return Words(f"smallest gap of rank {gap}", f"最小级差 {gap}")


def _coverage(row: Row) -> Words:
    if row.lc is not None:
        return Words(f"line coverage {row.lc:.2f}", f"统属覆盖率 {row.lc:.2f}")
    if row.lc_min is None:
        return NOTHING
    low, high = f"{row.lc_min:.2f}", f"{row.lc_max:.2f}"
    return Words(f"line coverage {low} to {high}", f"统属覆盖率 {low} 至 {high}")


def flags_in_words(row: Row) -> list[Words]:
    """What a reader must know beside the reason; nothing is said twice."""
    said = why(row)
    return [FLAGS[flag] for flag in row.flags if FLAGS[flag] != said]


def signed(gap: int) -> str:
    """A gap with its sign, 0 without one."""
    return f"{gap:+d}" if gap else "0"
