"""From a division that is no more, or not yet, to the one that stands for it on the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.catalogue import Query, Row, queries
from graph.places.place import Place
from graph.places.question import Question
from graph.places.succession import changes_in_words


def at_other_times(question: Question, rows: Sequence[Row]) -> list[Place]:
    """What became of divisions that are no more; else what those that are not yet were before.

    Each place has a note for every change on the way. Empty where none of them leads anywhere.
    """
    past = [row for row in rows if row.valid_to <= question.day]
    future = [row for row in rows if row.valid_from > question.day]
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
    """The one unit that lies above all the others (莱芜市 of its districts); all where none does."""
    whole = [one for one in trail if all(one.uid in o.above for o in trail if o is not one)]
    return whole or trail
