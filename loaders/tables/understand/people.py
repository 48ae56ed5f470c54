"""Persons (人员) of a file: one a name, more where the table `persons` tells them apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.core.dates import start_bound
from graph.core.words import Words
from loaders.files.problems import Place
from loaders.tables.read.raw import Row
from loaders.tables.read.reading import person_name
from loaders.tables.understand.book import Book, slug
from loaders.tables.understand.origins import required, twice

_SEVERAL = re.compile(r"[、，,;；/]|(?<=[\u3400-\u9fff])和(?=[\u3400-\u9fff]{2})")
_CHINESE = re.compile(r"[\u3400-\u9fff]{3,4}")
_NOT_KNOWN = ("未知", "不详", "空缺", "待定", "无", "-", "—", "?", "？", "n/a", "unknown", "none")
ADULT = 18
"""Years: who sits in a group is older."""


@dataclass
class Person:
    """A person of the file; `seen` are the bodies of the posts that name them, with a place each."""

    uid: str
    name: str
    born: str | None = None
    seen: dict[str, Place] = field(default_factory=dict)


@dataclass
class People:
    """Persons by id and by name; entries are made on first use."""

    book: Book
    listed: dict[str, Person] = field(default_factory=dict)
    named: dict[str, Person] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    entered: dict[str, Person] = field(default_factory=dict)

    def read(self) -> None:
        """Enter the table `persons`."""
        for row in self.book.raw.rows("persons"):
            own = required(self.book, row, "person", "persons")
            name = required(self.book, row, "name", "persons")
            born = self.book.reader.date(row, "born")
            if own is None or name is None or twice(self.book, row, own, self.listed, "person"):
                continue
            person = Person(f"person:{slug(person_name(name))}@{self.book.name}.{slug(own)}",
                            person_name(name), born)  # fmt: skip
            self.listed[own] = person
            self.rows[person.uid] = row

    def find(self, row: Row, column: str = "person") -> Person | None:
        """The person of a cell, None where it is empty or a problem."""
        text = row.text(column)
        if not text or text.casefold() in _NOT_KNOWN:
            return None
        person = self.listed.get(text) or self._of_name(person_name(text), row, column)
        if person is not None and person.uid not in self.entered:
            self.entered[person.uid] = person
            own = self.rows.get(person.uid, row)
            born = f"born {person.born}" if person.born else ""
            note = "; ".join(filter(None, (own.text("notes") if own is not row else "", born)))
            entry = {"uid": person.uid, "name": person.name, "note": note}
            self.book.tree.add(
                "persons", entry, own, {"name": "name" if own is not row else column}
            )
        return person

    def _of_name(self, name: str, row: Row, column: str) -> Person | None:
        if _SEVERAL.search(name):
            text = Words(
                f"{name!r} is more than one name. Write a row for each person.",
                f"“{name}”不止一个姓名。请每人写一行。",
            )
            self.book.problems.add(row.at(column), text)
            return None
        same = [own for own, person in self.listed.items() if person.name == name]
        if len(same) > 1:
            text = Words(
                f"Two persons are called {name}: write the id, {' or '.join(same)}.",
                f"有两人名为{name}：请写编号，{' 或 '.join(same)}。",
            )
            self.book.problems.add(row.at(column), text)
            return None
        if same:
            return self.listed[same[0]]
        if name not in self.named:
            self.named[name] = Person(f"person:{slug(name)}@{self.book.name}", name)
        return self.named[name]

    def meet(self, person: Person | None, body: str, place: Place) -> None:
        """Remember that a row names the person with a body."""
        if person is not None:
            person.seen.setdefault(body, place)

    def born_before(self, person: Person | None, start: str | None, place: Place) -> None:
        """A seat before its holder's birth is a problem, one of a child a doubt."""
        if person is None or not person.born or not start:
            return
        years = start_bound(start).day.year - start_bound(person.born).day.year
        text = Words(
            f"{person.name} is born {person.born}; this is {start}.",
            f"{person.name}生于 {person.born}，此处为 {start}。",
        )
        if years < 0 or start_bound(start).day < start_bound(person.born).day:
            remedy = Words("Correct one of the dates.", "请更正其中一个日期。")
            self.book.problems.add(place, Words.joined([text, remedy], " ", ""))
        elif years < ADULT:
            remedy = Words("One of the dates may be a slip.", "其中一个日期可能有误。")
            self.book.reader.doubt(place, Words.joined([text, remedy], " ", ""))

    def twice(self) -> None:
        """Doubts: names of one body that differ in one character, two ids of one name and body."""
        by_body: dict[str, list[tuple[Person, Place]]] = defaultdict(list)
        for person in self.entered.values():
            for body, place in person.seen.items():
                by_body[body].append((person, place))
        told: set[frozenset[str]] = set()
        for held in by_body.values():
            for first, second in near([person.name for person, _ in held]):
                (one, _), (other, place) = held[first], held[second]
                pair = frozenset((one.uid, other.uid))
                if pair not in told and alike(one.name, other.name):
                    told.add(pair)
                    self._tell(one, other, place)

    def _tell(self, one: Person, other: Person, place: Place) -> None:
        same = one.name == other.name
        twice = Words(
            f"{one.name} stands twice in persons with the same body",
            f"{one.name}在任职者中以同一机构出现两次",
        )
        near = Words(
            f"{one.name} and {other.name} of the same body differ in one character",
            f"同一机构的{one.name}和{other.name}只差一个字",
        )
        text = twice if same else near
        self.book.reader.doubt(
            place,
            Words(f"{text.en}: one person entered twice?", f"{text.zh}：是否同一人录入两次？"),
        )


def near(names: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of names that may be alike, in their order: the same, or the same with a character left out.

    Not all names are compared with all: that would take minutes for some thousand officials of one body.
    """
    found: set[tuple[int, int]] = set()
    with_one_less: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        shorter = (name[:at] + name[at + 1 :] for at in range(len(name)))
        for part in {name, *(shorter if _CHINESE.fullmatch(name) else ())}:
            found.update((before, number) for before in with_one_less[part])
            with_one_less[part].append(number)
    return sorted(found)


def alike(one: str, other: str) -> bool:
    """Names of one surname, or one name with two characters turned; 王中林 and 王忠林."""
    from rapidfuzz.distance import OSA

    if one == other:
        return True
    if not (_CHINESE.fullmatch(one) and _CHINESE.fullmatch(other)):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1
