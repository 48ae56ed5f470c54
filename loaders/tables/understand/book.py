"""What the conversion of one file shares: its tables, its name, what is known already, what it made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.core.dates import start_bound
from graph.core.words import Words
from graph.offices.bodies import Body, Setting
from graph.offices.divisions import CENTRE, Division
from graph.offices.read import Titles
from graph.offices.words import CENTRAL_BEGINS
from loaders.files.problems import Problems
from loaders.form.entries import Entries
from loaders.form.source_kinds import confidence
from loaders.tables.read.raw import RawFile, Row
from loaders.tables.read.reading import Reader
from loaders.tables.schema import GROUPS, SEATS, Table
from loaders.tables.understand.titles import Overrides, TitleReader
from loaders.tables.understand.tree import Tree
from loaders.tables.understand.units import Units
from loaders.units.posts_written import Posts
from loaders.units.shipped import shipped_bodies


@dataclass(frozen=True)
class Source:
    """A row of `sources` as others refer to it."""

    uid: str
    kind: str
    date: str | None


@dataclass(frozen=True)
class Group:
    """A row of `groups` as seats refer to it."""

    uid: str
    start: str | None
    end: str | None
    setting: Setting
    position: int
    """Where its entry stands among the groups of the file."""

    founding: frozenset[str]
    """Ids of the sources of its founding act: a seat that they name starts with the group."""


@dataclass
class Book:
    """One file being converted; ids of its tables are its own and get its name put before them."""

    raw: RawFile
    name: str
    known: Entries
    problems: Problems
    tree: Tree = field(default_factory=Tree)
    posts: Posts = field(default_factory=Posts)
    sources: dict[str, Source] = field(default_factory=dict)
    documents: dict[str, tuple[str, str | None, Row]] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.posts.enter_shipped(row.entry for row in self.known.posts)
        bodies = shipped_bodies(row.entry for row in self.known.units)
        self.reader = Reader(self.problems)
        self.units = Units(bodies, self.reader)
        overrides = Overrides.of(self.raw.rows("posts"))
        self.titles = TitleReader(Titles(bodies), self.units, self.reader, overrides)

    def local(self, kind: str, own: str) -> str:
        """A uid of one of the file's own ids: unique beside those of other files."""
        return f"{kind}:{self.name}.{slug(own)}"

    def source_uid(self, own: str) -> str:
        """The uid of a source; of files without a name the ids stand as they are."""
        return f"{self.name}:{own}" if self.name else own

    def source_ids(self, row: Row) -> list[str]:
        """The ids of sources that a row names, as far as they exist.

        Where none of those named does, that is the problem and not that there is none: then the
        file's first source stands in, and nothing is written.
        """
        found = self.reader.ids(row, "source", self.sources, "sources")
        return found if found or not row.text("source") else list(self.sources)[:1]

    def source_uids(self, ids: Iterable[str]) -> list[str]:
        """Their uids."""
        return [self.sources[one].uid for one in ids]

    def confidence(self, row: Row, table: Table, ids: list[str]) -> str | None:
        """As stated, else by the surest kind of its sources; a draft's doubt makes it low."""
        if table is SEATS and self.reader.word(row, SEATS, "certainty") == "low":
            return "low"
        stated = self.reader.word(row, table, "confidence")
        return stated or confidence(self.sources[one].kind for one in ids)

    def setting(self, day: str | None, place: Body | None, group_name: str) -> Setting:
        """The setting of a group: its place, or the centre by its name."""
        division: Division | None = place.division if place else None
        central = division.code == CENTRE if division else group_name.startswith(CENTRAL_BEGINS)
        inner = division if division and division.code != CENTRE else None
        return Setting(first_day(day), inner, "central" if central else "other")

    def use(self, body: Body | None, ids: Iterable[str]) -> None:
        """Remember an agency that an entry refers to, with the sources that name it."""
        if body is not None and body.agency is not None:
            self.posts.agencies[body.agency.uid] = body.agency
            body.agency.sources |= dict.fromkeys(self.source_uids(ids))

    def group(self, row: Row) -> Group | None:
        """The group that a row names; None with a problem noted."""
        own = row.text("group")
        if not own:
            self.problems.add(
                row.at("group"),
                Words(
                    f"The row names no group ({GROUPS.zh}).", f"该行没有写明小组（{GROUPS.zh}）。"
                ),
            )
        elif own not in self.groups:
            self.reader.unknown(row.at("group"), "groups", own, self.groups)
        return self.groups.get(own)


def first_day(text: str | None) -> dt.date | None:
    """The day as of which names hold, None where it is not known."""
    return start_bound(text).day if text else None


def slug(text: str) -> str:
    """An id without blanks and colons, which part the words of uids."""
    return re.sub(r"[\s:：|]+", "-", text.strip())
