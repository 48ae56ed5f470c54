"""Lists of who holds a post, written out as persons and tenures (任期表).

A list begins a term. It ends the tenure of everybody whom it does not name (`end_basis: derived`) and
continues that of the others; who leaves between two lists leaves on a day that a source states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from graph.core.dates import start_bound
from loaders.form.values import Confidence, Row, Sources, Start, Text

Raw = dict[str, object]


class TermEvent(Row):
    """Who holds a post from a day on (`holders`: a whole list), or who joins and leaves on it.

    `partial`: a new list began, of which only these names were read.
    """

    on: Start
    holders: tuple[Text, ...] = ()
    joins: tuple[Text, ...] = ()
    leaves: tuple[Text, ...] = ()
    partial: bool = False
    source: Sources
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _is_list_or_change(self) -> TermEvent:
        if bool(self.holders) == bool(self.joins or self.leaves):
            told = "An event is a list of `holders`, or it names who `joins` or `leaves`."
            raise PydanticCustomError("terms", told)
        return self


class TermsEntry(Row):
    """The lists of a post that several hold, one after another (任期表); persons by name."""

    post: Text
    events: Annotated[tuple[TermEvent, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _follow(self) -> TermsEntry:
        held: set[str] = set()
        for event, before in zip(self.events, (None, *self.events), strict=False):
            if before and start_bound(event.on).day <= start_bound(before.on).day:
                told = "`{on}` does not follow `{before}`; put the events in the order of time."
                raise PydanticCustomError("terms", told, {"on": event.on, "before": before.on})
            wrong = [name for name in event.leaves if name not in held]
            wrong += [name for name in event.joins if name in held]
            if wrong:
                told = "{name} cannot join or leave on {on}: compare the list before."
                raise PydanticCustomError("terms", told, {"name": wrong[0], "on": event.on})
            held = set(event.holders) or (held - set(event.leaves)) | set(event.joins)
        return self


def persons_of(terms: TermsEntry) -> dict[str, Raw]:
    """uid to the entry of each person that the events name."""
    names = (name for event in terms.events for name in (*event.holders, *event.joins))
    return {f"person:{name}": {"uid": f"person:{name}", "name": name} for name in names}


def tenures_of(terms: TermsEntry) -> Iterator[Raw]:
    """One tenure for each unbroken time that a person holds the post."""
    held: dict[str, list[TermEvent]] = {}
    for event in terms.events:
        unnamed = [name for name in held if event.holders and name not in event.holders]
        for name in (*unnamed, *event.leaves):
            yield _tenure(terms.post, name, held.pop(name), event)
        for name in (*event.holders, *event.joins):
            held.setdefault(name, []).append(event)
    for name, events in held.items():
        yield _tenure(terms.post, name, events)


def _tenure(post: str, name: str, events: Sequence[TermEvent], end: TermEvent | None = None) -> Raw:
    first, last = events[0], events[-1]
    told = [event for event in (*events, end) if event is not None]
    stated = end is not None and name in end.leaves
    notes = [event.note for event in (first, end) if event is not None and event.note]
    return {
        "person": f"person:{name}",
        "post": post,
        "from": first.on,
        "to": end.on if end else None,
        "end_basis": "derived" if end and not stated else None,
        "as_of": last.on if last is not first else None,
        "source": list(dict.fromkeys(uid for event in told for uid in event.source)),
        "confidence": first.confidence,
        "note": " ".join(dict.fromkeys(notes)) or None,
    }
