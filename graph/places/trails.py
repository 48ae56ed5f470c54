"""From a division that has ended, or has not begun, to the one that stands for it on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.catalogue import Query, Row, queries
from graph.core.language import say
from graph.core.words import NOTHING, Words
from graph.places.place import Place
from graph.places.question import Question

_VERBS = {
    "rename": Words("was renamed", "更名为"),
    "recode": Words("became", "代码改为"),
    "upgrade": Words("became", "改设为"),
    "transfer": Words("passed to another superior as", "改属另一上级，为"),
    "merge": Words("was merged into", "并入"),
    "split": Words("was split into", "析置为"),
}
"""更名, 改码, 建制变更, 划转, 合并, 拆分."""


def changes_in_words(steps: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a sentence for each change, in the order given; what one unit became at once is one sentence.

    A step has old_code, old_name, new_code, new_name, kind, on, precision and document, as the queries
    `successor_on` and `predecessor_on` answer them.
    """
    groups: dict[tuple[str, str, str | None], dict[str, Mapping[str, Any]]] = {}
    for step in steps:
        groups.setdefault((step["old"], step["kind"], step["on"]), {})[step["new"]] = step
    return [say(_sentence(list(targets.values()))) for targets in groups.values()]


def when(on: str | None, precision: str | None) -> Words:
    """Return a date of EDTF in words: on a day, in a month or year, by a day."""
    if not on:
        return Words("on a day that is not known", "（日期不明）")
    if precision == "by":
        day = on.strip("[.]")
        return Words(f"by {day}", f"不晚于 {day} ")
    return Words(f"{'on' if precision == 'day' else 'in'} {on}", f"于 {on} ")


def _sentence(steps: list[Mapping[str, Any]]) -> Words:
    first = steps[0]
    recoded = any(step["new_code"] != step["old_code"] for step in steps)
    old = _called(first["old_name"], first["old_code"], recoded)
    new = _listed([_called(step["new_name"], step["new_code"], recoded) for step in steps])
    source, day = first["document"], when(first["on"], first["precision"])
    document = Words(f" ({source})", f"（{source}）") if source else NOTHING
    verb = _verb(first["kind"], len(steps))
    return Words(
        f"{old.en} {verb.en} {new.en} {day.en}{document.en}.",
        f"{old.zh}{day.zh}{verb.zh}{new.zh}{document.zh}。",
    )


def _verb(kind: str, targets: int) -> Words:
    if kind == "merge" and targets > 1:
        return Words("was divided among", "分别并入")
    if kind == "split" and targets == 1:
        return Words("was split; a part became", "析出一部分，为")
    return _VERBS.get(kind, Words("was followed by", "由此承接："))


def _called(name: str, code: str, with_code: bool) -> Words:
    return Words(f"{name} ({code})", f"{name}（{code}）") if with_code else Words.same(name)


def _listed(names: list[Words]) -> Words:
    *others, last = names
    return Words.joined((Words.joined(others), last), " and ")


def at_other_times(question: Question, rows: Sequence[Row]) -> list[Place]:
    """Say what became of divisions that have ended; else what those that have not begun were before.

    Each place has a note for every change on the way. Empty where none of them leads anywhere.
    """
    past = [row for row in rows if row.valid_to and row.valid_to <= question.day]
    future = [row for row in rows if row.valid_from and row.valid_from > question.day]
    return _followed(question, past, queries.successor_on) or _followed(
        question, future, queries.predecessor_on
    )


def _followed(question: Question, rows: Sequence[Row], ask: Query) -> list[Place]:
    """Of a chain that bore the name all along (莱芜市, five codes) its nearest unit is followed."""
    trails = {row.uid: list(ask(row.uid, question.day, database=question.database)) for row in rows}
    found: dict[str, Place] = {}
    for uid, trail in trails.items():
        if trails.keys() & _passed(trail) - {uid}:
            continue
        notes = changes_in_words(step for end in trail for step in end.steps)
        for place in _reached(question, trail, uid, notes):
            earlier = found[place.uid].notes if place.uid in found else ()
            merged = tuple(dict.fromkeys((*earlier, *place.notes)))
            found[place.uid] = replace(place, notes=merged)
    return sorted(found.values(), key=lambda place: (place.code, place.uid))


def _passed(trail: Sequence[Row]) -> set[str]:
    return {step[side] for end in trail for step in end.steps for side in ("old", "new")}


def _reached(
    question: Question, trail: Sequence[Row], matched: str, notes: Sequence[str]
) -> list[Place]:
    ask, day, within = queries.units_named, question.day, question.within
    rows = [
        r for end in _widest(trail) for r in ask(end.uid, day, within, database=question.database)
    ]
    return [Place.of(row, day, matched, notes) for row in rows]


def _widest(trail: Sequence[Row]) -> Sequence[Row]:
    """Return the one unit that lies above all the others (莱芜市 of its districts); all where none does."""
    whole = [one for one in trail if all(one.uid in o.above for o in trail if o is not one)]
    return whole or trail
