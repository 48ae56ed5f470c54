"""A correction of a fact as a page: what is published and by whom, the form, the overlays that stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from graph.core.terms import ROLES, UNKNOWN, term
from graph.core.words import Words
from loaders.form.schema import (
    DocumentEntry,
    PersonEntry,
    PostEntry,
    SeatEntry,
    SourceEntry,
    TenureEntry,
)
from loaders.overlays.store import Kept
from loaders.overlays.things import Thing, Things, Value, choices, is_list, properties
from web.pages.around import Around, address
from web.pages.facts.terms import PROPERTIES, value_words
from web.pages.render import render

FORM = ("value", "source", "source_title", "source_url", "source_number", "source_date", "note",
        "who")  # fmt: skip
"""The fields that are typed."""


@dataclass(frozen=True)
class Standing:
    """A correction that stands in an overlay; `thing` is None where nothing shipped has that uid any more."""

    kept: Kept
    thing: Thing | None

    @property
    def value(self) -> Words:
        """The value that it gives, for people."""
        told = self.kept.entry
        if self.thing is None:
            return Words.same(text_of(told.value))
        return words_of(self.thing, told.property, told.value)


@dataclass(frozen=True)
class Correcting:
    """What a page of corrections shows of a group: a thing, its property `name`, what is typed and stands."""

    group: Thing
    known: Things
    overlays: Sequence[Standing] = ()
    thing: Thing | None = None
    name: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: Sequence[Words] = ()
    saved: Kept | None = None

    @property
    def path(self) -> str:
        """The address without what is chosen."""
        return correct_address(self.group.uid)

    def things(self) -> Iterator[tuple[Words, list[tuple[str, Words]]]]:
        """All that can be corrected here, by kind: uid and label."""
        kinds: dict[Words, list[tuple[str, Words]]] = {}
        for thing in self.known.of_group(self.group.uid):
            kinds.setdefault(thing.kind, []).append((thing.uid, label(thing)))
        yield from kinds.items()

    def values(self) -> Iterator[tuple[str, Words, Words]]:
        """Each property of the chosen thing, what it is called, and its value."""
        for name in properties(self.chosen.model):
            yield name, PROPERTIES[name], words_of(self.chosen, name, self.chosen.value(name))

    @property
    def chosen(self) -> Thing:
        """The thing that is shown: the group where none is chosen."""
        return self.thing or self.group

    @property
    def sources(self) -> list[tuple[str, SourceEntry]]:
        """The sources that the chosen thing names."""
        known = self.known.data.sources
        told = self.chosen.value("source") if "source" in properties(self.chosen.model) else []
        return [(uid, known[uid]) for uid in told if uid in known] if isinstance(told, list) else []

    @property
    def standing(self) -> list[Standing]:
        """What overlays say of the chosen value; a load takes one only."""
        chosen = self.chosen.uid, self.name
        told = ((one, one.kept.entry) for one in self.overlays)
        return [one for one, entry in told if (entry.thing, entry.property) == chosen]


def correct_address(group: str, **state: object) -> str:
    """The page on which facts of a group are corrected."""
    return address(f"/correct/{quote(group.removeprefix('group:'), safe='')}", **state)


def correct_page(found: Correcting, around: Around) -> str:
    """Return the page of corrections of a group."""
    name = label(found.group)
    title = Words(f"Correct a fact: {name.en}", f"更正事实：{name.zh}")
    options = choices(found.chosen.model, found.name) if found.name else []
    several = bool(found.name) and is_list(found.chosen.model, found.name)
    return render(
        "correct.html", around, title=around.told(title), found=found, names=PROPERTIES,
        label=label, published=words_of,
        options=options, value_words=value_words, several=several,
        current=text_of(found.chosen.value(found.name)) if found.name else "",
    )  # fmt: skip


def label(thing: Thing) -> Words:
    """What a thing is called for people."""
    row = thing.row
    if thing.model is SeatEntry:
        told = " ".join(
            filter(None, (_name(row.get("person")), row.get("title") or row.get("unit")))
        )
        role = term(ROLES, str(row["role"]))
        return Words(f"{role.en}: {told}", f"{role.zh}：{told}")
    if thing.model is TenureEntry:
        return Words.same(f"{_name(row['person'])} {_name(row['post'])}")
    if thing.model is DocumentEntry:
        return Words.same(row.get("number") or row.get("title") or thing.uid)
    name = str(row.get("title") if thing.model in (PostEntry, SourceEntry) else row.get("name"))
    english = row.get("name_en") or name
    return Words(name if thing.model is PersonEntry else str(english), name)


def _name(uid: object) -> str:
    return str(uid).partition(":")[2].partition("@")[0] if uid else ""


def words_of(thing: Thing, name: str, value: Value) -> Words:
    """A value for people: what a word of a closed list means, and that nothing is known."""
    if value is None or value == []:
        return UNKNOWN
    if isinstance(value, list):
        return Words.same(", ".join(value))
    text = text_of(value)
    return value_words(name, text) if choices(thing.model, name) else Words.same(text)


def text_of(value: Value) -> str:
    """A value as it is typed: nothing for unknown, a line each for several."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
