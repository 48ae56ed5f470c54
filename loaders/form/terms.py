"""Lists of who holds a post, written out as persons and tenures (任期表).

A list begins a term. It ends the tenure of everybody whom it does not name (`end_basis: derived`) and
continues that of the others; who leaves between two lists leaves on a day that a source states. A list
that was read in part ends nobody: whom it does not name has left by the next list that names him or is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import Field, model_validator

from graph.core.dates import known_by, start_bound
from graph.core.words import Words
from loaders.form.values import Confidence, Row, Sources, Start, Text, fault

Raw = dict[str, object]


class TermEvent(Row):
    """Who holds a post from a day on (`holders`: a whole list), or who joins and leaves on it.

    `shown`: who is shown in it on that day, which tells nothing of the others.
    `partial`: a new list began, of which only these names were read; it does not tell who is gone.
    `by_name`: the sources of single names, where those of the list do not tell of them.
    `dated_by`: the sources of the day, where those of the names do not give it.
    """

    on: Start
    holders: tuple[Text, ...] = ()
    joins: tuple[Text, ...] = ()
    leaves: tuple[Text, ...] = ()
    shown: tuple[Text, ...] = ()
    partial: bool = False
    source: Sources
    by_name: Mapping[Text, Sources] = {}
    dated_by: Sources | None = None
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _is_list_or_change(self) -> TermEvent:
        if sum(map(bool, (self.holders, self.joins or self.leaves, self.shown))) != 1:
            told = Words(
                "An event is a list of `holders`, or it names who `joins` or `leaves`, or who is `shown`.",
                "事件或为 holders 名单，或用 joins、leaves 写明谁加入、谁离开，或用 shown 写明谁见于记载。",
            )
            raise fault("terms", told)
        if self.partial and not self.holders:
            told = Words(
                "Only a list of `holders` can be `partial`.", "只有 holders 名单可以是 partial。"
            )
            raise fault("terms", told)
        for name in self.by_name:
            if name not in (*self.holders, *self.joins, *self.leaves, *self.shown):
                told = Words(
                    f"`by_name` names {name}, whom the event does not.",
                    f"by_name 写有 {name}，而事件未写此人。",
                )
                raise fault("terms", told)
        return self

    def sources_of(self, name: str) -> tuple[str, ...]:
        """The sources that tell of a person; of one whom the event does not name, those of the list."""
        return self.by_name.get(name, self.source)

    def dates(self, name: str) -> tuple[str, ...]:
        """The sources that give the day of the event, for a person."""
        return self.dated_by or self.sources_of(name)


class TermsEntry(Row):
    """The lists of a post that several hold, one after another (任期表); persons by name."""

    post: Text
    events: Annotated[tuple[TermEvent, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _follow(self) -> TermsEntry:
        held: set[str] = set()
        unread: set[str] = set()
        for event, before in zip(self.events, (None, *self.events), strict=False):
            if before and start_bound(event.on).day <= start_bound(before.on).day:
                told = Words(
                    f"`{event.on}` does not follow `{before.on}`; put the events in the order of time.",
                    f"{event.on} 不在 {before.on} 之后；请按时间顺序排列事件。",
                )
                raise fault("terms", told)
            wrong = [name for name in (*event.leaves, *event.shown) if name not in held | unread]
            wrong += [name for name in event.joins if name in held]
            if wrong:
                told = Words(
                    f"{wrong[0]} cannot join, leave or be shown on {event.on}: compare the list before.",
                    f"{wrong[0]} 不能在 {event.on} 加入、离开或见于记载：请与上一份名单核对。",
                )
                raise fault("terms", told)
            if event.holders:
                unread = (held | unread) - set(event.holders) if event.partial else set()
            held = set(event.holders) or (held - set(event.leaves)) | set(event.joins)
        return self


def persons_of(terms: TermsEntry) -> dict[str, Raw]:
    """uid to the entry of each person that the events name."""
    names = (name for event in terms.events for name in (*event.holders, *event.joins))
    return {f"person:{name}": {"uid": f"person:{name}", "name": name} for name in names}


def tenures_of(terms: TermsEntry) -> Iterator[Raw]:
    """One tenure for each unbroken time that a person holds the post."""
    held: dict[str, list[TermEvent]] = {}
    unread: dict[str, list[TermEvent]] = {}
    for event in terms.events:
        for name in [name for name in unread if _tells(event, name)]:
            yield _tenure(terms.post, name, unread.pop(name), event, by=name not in event.leaves)
        unnamed = [name for name in held if event.holders and name not in event.holders]
        if event.partial:
            unread |= {name: held.pop(name) for name in unnamed}
            unnamed = []
        for name in (*unnamed, *(name for name in event.leaves if name in held)):
            yield _tenure(terms.post, name, held.pop(name), event)
        for name in (*event.holders, *event.joins):
            held.setdefault(name, []).append(event)
        for name in event.shown:
            (held if name in held else unread)[name].append(event)
    for name, events in (*held.items(), *unread.items()):
        yield _tenure(terms.post, name, events)


def _tells(event: TermEvent, name: str) -> bool:
    """Whether an event tells of a person whom a list read in part left open."""
    whole = bool(event.holders) and not event.partial
    return whole or name in (*event.holders, *event.joins, *event.leaves)


def _tenure(
    post: str,
    name: str,
    events: Sequence[TermEvent],
    end: TermEvent | None = None,
    *,
    by: bool = False,
) -> Raw:
    """The tenure that events name; `source` are theirs, of which the first gives the start, the end its own.

    `by`: it ended by the day of `end`, not on it.
    """
    first, last = events[0], events[-1]
    stated = end is not None and name in end.leaves
    named = (*events, end) if end is not None and stated else events
    notes = [event.note for event in (first, end) if event is not None and event.note]
    return {
        "person": f"person:{name}",
        "post": post,
        "from": first.on,
        "to": end and (known_by(end.on) if by else end.on),
        "end_basis": "derived" if end and not stated else None,
        "as_of": last.on if last is not first else None,
        "source": list(dict.fromkeys(uid for event in named for uid in event.sources_of(name))),
        "from_source": first.dates(name),
        "to_source": end and end.dates(name),
        "confidence": first.confidence,
        "note": " ".join(dict.fromkeys(notes)) or None,
    }
