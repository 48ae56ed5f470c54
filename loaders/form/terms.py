"""Lists of who holds a post, written out as persons and tenures (任期表).

A list begins a term. It ends the tenure of everybody whom it does not name (`end_basis: derived`) and
continues that of the others; who leaves between two lists leaves on a day that a source states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.form.schema import TermEvent, TermsEntry

Raw = dict[str, object]


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
