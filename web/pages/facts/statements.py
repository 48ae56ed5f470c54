"""The drawer of a page: each fact with who says it, in which words, where, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.core.terms import CONFIDENCES, ROLES, term
from graph.core.words import NOTHING, Words, named
from graph.pictures import SourceRef
from loaders.package.ask import OF, Statements
from loaders.package.tables import Rows
from web.pages.around import Around
from web.pages.facts.terms import PROPERTIES, value_words
from web.pages.render import render

STANDINGS = named(stated="载明", coded="编码", derived="推定") | {
    "cited": Words("named beside", "一并注明"),
    "differs": Words("says otherwise", "另有说法"),
}
"""Who speaks: the source, one beside it, a reader who codes, a rule, another source."""
EVENTS = {"notes": Words("remarks", "备注"), "events": Words("events", "事件")}
UIDS = ("post:", "doc:", *OF)
"""How a value begins that is the uid of a thing."""
MOST = 80
"""Facts that a drawer shows: the centre has a thousand, which stand with their groups and persons too."""
_TOGETHER = (
    "source",
    "place",
    "read_day",
    "standing",
    "confidence",
)
"""What the statements have in common that a line tells at once."""
Item = tuple[Words, Words, str]
"""A property, its value unless the title of the fact tells it, and the words as published if they differ."""


@dataclass(frozen=True)
class Line:
    """What one source says of a fact."""

    items: tuple[Item, ...]
    source: SourceRef | None
    place: str
    read_day: object
    standing: Words
    confidence: Words


@dataclass(frozen=True)
class Fact:
    """A group itself, a seat or a tenure: what it is called, the group it is in, and its lines."""

    title: Words
    group: str
    group_name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Drawer:
    """The facts of a thing; `count` is the number of statements, `more` that of facts left out."""

    uid: str = ""
    name: str = ""
    facts: tuple[Fact, ...] = ()
    count: int = 0
    more: int = 0


EMPTY = Drawer()
"""Nothing is said, or not here."""


def drawer(held: Statements, uid: str) -> Drawer:
    """The statements of a thing as its page shows them."""
    rows = held.of(uid)
    entities = groupby(rows, key=lambda row: (str(row["table"]), str(row["entity"])))
    facts = tuple(_fact(held, uid, *key, list(own)) for key, own in entities)
    shown = facts if uid.startswith("group:") else facts[:MOST]
    return Drawer(uid, held.names.get(uid, uid), shown, len(rows), len(facts) - len(shown))


def statements_page(found: Drawer, around: Around) -> str:
    """Return the statements of a thing alone."""
    title = Words(f"Who says what: {found.name}", f"各项记载的出处：{found.name}")
    return render("statements.html", around, title=around.told(title), drawer=found)


def _fact(held: Statements, of: str, table: str, entity: str, rows: Rows) -> Fact:
    parts = entity.split("|")
    group = next((one for one in parts if one.startswith("group:") and one != of), "")
    lines = groupby(
        sorted(rows, key=lambda row: [str(row[name]) for name in _TOGETHER]),
        key=lambda row: [row[name] for name in _TOGETHER],
    )
    made = tuple(_line(held, list(own), parts) for _, own in lines)
    return Fact(_title(held, table, parts), group, held.names.get(group, group), made)


def _title(held: Statements, table: str, parts: Sequence[str]) -> Words:
    if table == "groups":
        return Words("The group", "小组")
    named = {one.partition(":")[0]: _name(held, one) for one in parts if one.startswith(UIDS)}
    told = " ".join(filter(None, (named.get("person"), named.get("post"))))
    if table == "tenures":
        return Words(f"Post: {told}", f"任职：{told}")
    role = next((ROLES[one] for one in parts if one in ROLES), Words("seat", "席位"))
    return Words(f"Seat, {role.en}: {told}", f"席位，{role.zh}：{told}")


def _line(held: Statements, rows: Rows, titled: Sequence[str]) -> Line:
    row = rows[0]
    source = held.sources.get(str(row["source"]))
    url = source and source["url"]
    ref = source and SourceRef(str(source["uid"]), str(source["title"]), str(url) if url else None)
    return Line(
        tuple(_items(held, rows, titled)), ref or None, str(row["place"] or ""), row["read_day"],
        term(STANDINGS, str(row["standing"])), term(CONFIDENCES, str(row["confidence"])),
    )  # fmt: skip


def _items(held: Statements, rows: Rows, titled: Sequence[str]) -> Iterator[Item]:
    """What the line says; nothing that stands in the title of the fact, and no words twice."""
    told: set[str] = set()
    for row in rows:
        name, text, words = str(row["property"]), str(row["value"]), str(row["words"] or "")
        value = _name(held, text) if text.startswith(UIDS) else text
        if not value or name == "group" or (name == "title" and value in told):
            continue
        told |= {value, words}
        label = PROPERTIES.get(name) or EVENTS.get(name) or Words.same(name)
        said = NOTHING if text in titled and name != "from" else value_words(name, value)
        yield label, said, "" if words == value else words


def _name(held: Statements, uid: str) -> str:
    """What a uid names: nothing for a post that no source gives; what is gone by the name in its uid."""
    if uid.startswith("post:unstated"):
        return ""
    name = held.names.get(uid, uid.partition(":")[2].partition("@")[0])
    return "" if name == uid else name
