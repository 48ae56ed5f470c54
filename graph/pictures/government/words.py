"""What the picture of a government says of it: the sentence, the figures, the notes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from graph.ask.reasons import signed
from graph.catalogue import Row
from graph.core.words import NOTHING, Words
from graph.pictures.contract import Fact
from graph.pictures.parts import Readings
from graph.pictures.words import FADED, counted, fact, in_roles, joined, said

_ROLES = (
    ("chair", "chairs", "任组长"),
    ("deputy_chair", "vice-chairs", "任副组长"),
    ("member", "sits in", "任成员"),
    ("observer", "observes", "列席"),
    ("secretary", "is the secretary of", "任秘书"),
    ("office_director", "directs the office of", "任办公室主任"),
    ("host", "is the host alone of", "仅为东道政府"),
    ("departments", "sits by departments alone in", "仅由所属部门参加"),
)
_BY_TURNS = ("rotating", "collective")
"""Forms in which the heads of the members lead: a chair is not looked for."""


def caption(
    name: Words,
    day: dt.date,
    roles: Mapping[str, str],
    relations: Mapping[str, Row],
    faded: int = 0,
) -> Words:
    """Return one sentence: in which groups it leads and sits, and how far their chairs stand above it.

    A last sentence says how many are `faded`: no source shows them near the day, and no count has them.
    """
    if not roles:
        return Words(
            f"No source shows a group of {name.en} near {day}; those seen long before are drawn faded.",
            f"{day} 前后无资料载有{name.zh}的小组；久无记载者以淡色画出。",
        )
    count = Counter(roles.values())
    en, zh = in_roles(count, _ROLES)
    over = _over(relations)
    old = NOTHING
    if faded:
        are = "is" if faded == 1 else "are"
        old = Words(
            f" Not counted: {counted(faded, 'group')} that {are} stale or undated on the day.",
            f"另有 {faded} 个小组当日久无记载或年代不明，不计。",
        )
    return Words(
        f"{name.en} in {counted(len(roles), 'group')} on {day}: it {joined(en)}{over.en}.{old.en}",
        f"{day}，{name.zh}在 {len(roles)} 个小组中：{'，'.join(zh)}{over.zh}。{old.zh}",
    )


def _over(relations: Mapping[str, Row]) -> Words:
    """Of the chairs whose relation to it can be told, how many command it, and the gaps of rank."""
    led = [row for row in relations.values() if row.relation is not None]
    if not led:
        return NOTHING
    line = sum(row.relation == "LINE" for row in led)
    gaps = sorted(row.gap for row in led if row.gap is not None)
    ends = list(dict.fromkeys((signed(gaps[0]), signed(gaps[-1])))) if gaps else []
    span_en = f", gap of rank {' to '.join(ends)}" if ends else ""
    span_zh = f"，级差 {' 至 '.join(ends)}" if ends else ""
    command = "commands" if line == 1 else "command"
    return Words(
        f"; where it is a member, {line} of {len(led)} known chairs {command} it (LINE){span_en}",
        f"；其为成员者，已知组长 {len(led)} 位中 {line} 位统属之{span_zh}",
    )


def counts(readings: Readings) -> Iterator[Fact]:
    """Groups by type, and of how many it is not known who leads them."""
    yield fact("Groups", "小组数", said(len(readings.counted(readings.things))))
    yield from readings.counts()
    types = (readings.types[uid] for uid in readings.counted(readings.things))
    without = sum(not row.chairs and row.leadership not in _BY_TURNS for row in types)
    if without:
        yield fact("Chair not known", "组长不明", said(without))


def notes(faded: bool) -> Iterator[Words]:
    """Say how to read the scale, and what is not dated."""
    yield Words(
        "A group stands on the tier of its chair's rank: groups above the government are led from above it.",
        "小组置于其组长级别所在的一层：在本政府之上者，由更高级别领导。",
    )
    if faded:
        yield FADED
    yield Words(
        "Of a group whose end no source gives it is not known whether it still met on the day; "
        "its last evidence stands in its details.",
        "结束日期不明的小组，当日是否仍在运作不明；最后记载见其详情。",
    )
