"""A group on a day as a page tells it: words, roster, the evidence of each gap, its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.ask.authority import Authority, authority
from graph.ask.english import bodies_in_english, titles_in_english
from graph.ask.lookup import find_group
from graph.ask.question import Question
from graph.catalogue import Row, queries
from graph.chairs.explain import Explanation
from graph.connection import Database
from graph.core.words import Words
from graph.pictures.contract import Picture, RosterSeat, SourceRef
from graph.pictures.group.known import find
from graph.pictures.group.picture import drawn


@dataclass(frozen=True)
class Sheet:
    """All that a page says of a group.

    `picture` holds title, caption, facts, notes and the seats in words, `seats` the rows behind them, `links`
    the evidence between chair and members, `days` those on which something under the gap changes,
    `names` those of its units by uid, `english` the titles and units of its seats in English, by the Chinese.
    """

    uid: str
    answer: Authority
    picture: Picture
    seats: Sequence[Row]
    links: Explanation
    days: Sequence[Row]
    names: Mapping[str, Words]
    english: Mapping[str, str]

    def roster(self) -> Iterator[tuple[RosterSeat, Row]]:
        """Each seat in words, with its row."""
        return zip(self.picture.roster, self.seats, strict=True)

    def sources(self) -> list[SourceRef]:
        """Every source of the seats, each once."""
        return list(dict.fromkeys(ref for seat in self.picture.roster for ref in seat.sources))


def group_sheet(database: Database, group: str | Row, question: Question | None = None) -> Sheet:
    """Return the sheet of a group, asked for as `authority` takes it; raises as that does."""
    named = find_group(database, group)
    answer = authority(database, named, question)
    known = find(database, answer)
    links = Explanation(
        named, answer.group.as_of, queries.explain_gap(**dict(answer.asked), database=database)
    )
    days = queries.gap_breakpoints(named.uid, database=database)
    return Sheet(
        named.uid, answer, drawn(known), known.seats, links, days, known.names(),
        _english(database, known.seats),
    )  # fmt: skip


def _english(database: Database, seats: Iterable[Row]) -> dict[str, str]:
    rows = list(seats)
    units = bodies_in_english(database, (row.unit_name for row in rows))
    return units | titles_in_english(database, (row.title for row in rows))
