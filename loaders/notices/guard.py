"""The last check: every word of every seat stands in the notice, whatever the rules made of it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.notices.model import Group, Line, NotUnderstood, Seat
from loaders.notices.words.text import closed

WHY = "the words that were read do not stand together in the notice"


def guarded(groups: Sequence[Group], lines: Sequence[Line]) -> list[NotUnderstood]:
    """Take out of the groups each seat with a word that the lines do not hold; these, as doubts."""
    whole = "".join(closed(line.text) for line in lines)
    out: list[NotUnderstood] = []
    for group in groups:
        bad = [seat for seat in group.seats if not _stands(seat, whole)]
        group.seats[:] = [seat for seat in group.seats if seat not in bad]
        texts = (" ".join(filter(None, (s.person, s.title, s.unit))) for s in bad)
        out.extend(NotUnderstood(s.line, text, WHY) for s, text in zip(bad, texts, strict=True))
    return out


def _stands(seat: Seat, whole: str) -> bool:
    parts = (seat.person, seat.title, seat.unit)
    return any(parts) and all(part is None or closed(part) in whole for part in parts)
