"""A notice as JSON, and as a draft (form lsgraph/tables/1): YAML for a person to check, then to load."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from loaders.files.characters import simplified
from loaders.notices.model import Group, Notice, Seat
from loaders.notices.words.groups import KINDS
from loaders.notices.words.text import squeezed

FORM = "lsgraph/tables/1"
_HEAD = """\
# A draft that a program read from a notice. Nothing is loaded before a person has checked it.
# 1. Compare the facts below with the head and the end of the notice; what it does not say is empty.
# 2. Look at every seat with `certainty: low`; the comment above it says what is doubtful.
# 3. Look at `not_understood`: these lines of the roster gave no seat. Add by hand what belongs there.
# 4. When a seat is right, set its certainty to high; then load the file like any other.
"""
_MACHINE = (
    "# A machine read this from a picture: it may have taken a character for another of like shape.\n"
    "# Compare every seat with the picture.\n"
)
_TRADITIONAL = (
    "# The notice is printed in traditional characters. Seats have the simplified ones, which the tables of\n"
    "# bodies know; the comment above each has the words as published.\n"
)
_SEATS = "# line: where the seat stands in the file. person empty: the notice gives a title only.\n"
_LEFT = "# Lines of a roster that gave no seat, each with the reason. They change nothing when loaded.\n"


def draft(notice: Notice, path: Path) -> str:
    """The YAML text of a notice read from `path`; ends with a line feed."""
    tables = draft_tables(notice, path)
    parts = [
        _HEAD, _MACHINE * notice.machine, _TRADITIONAL * notice.traditional, f"form: {FORM}\n",
        "# url: where the notice can be read; licence: whether its text may be passed on.\n",
        _table("sources", tables["sources"]),
        _table("documents", tables["documents"]),
        "# from: the day of the notice, where no other day of effect is known; place: who runs the group.\n",
        _table("groups", tables["groups"]), *_seats(notice, tables["seats"]), *_doubts(notice),
    ]  # fmt: skip
    return "".join(parts)


def draft_tables(notice: Notice, path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of a draft by table: sources, documents, groups, and seats in the order of the notice."""
    facts = notice.facts
    issued = facts.date
    source = {
        "source": "s1",
        "title": facts.title or path.name,
        "url": None,
        "kind": "gov_doc",
        "date": issued,
    }
    document = {
        "document": "d1", "number": facts.number, "title": facts.title, "issued": issued,
        "issuers": "; ".join(facts.issuers) or None, "source": "s1",
    }  # fmt: skip
    groups = [_group(notice, number, group) for number, group in enumerate(notice.groups, start=1)]
    seats = [
        _seat(notice, number, seat)
        for number, group in enumerate(notice.groups, start=1) for seat in group.seats
    ]  # fmt: skip
    return {"sources": [source], "documents": [document], "groups": groups, "seats": seats}


def _seat(notice: Notice, group: int, seat: Seat) -> dict[str, Any]:
    row = (seat.with_words(simplified) if notice.traditional else seat).to_dict()
    row.pop("check")
    return {"group": f"g{group}"} | row | {"source": "s1"}


def notice_json(notice: Notice) -> str:
    """The notice as a JSON object, Chinese as it stands; ends with a line feed."""
    return json.dumps(notice.to_dict(), ensure_ascii=False, indent=2) + "\n"


def _group(notice: Notice, number: int, group: Group) -> dict[str, Any]:
    name = group.name or (notice.facts.name if number == 1 else None)
    return {
        "group": f"g{number}", "name": name, "kind": _kind(name and simplified(name)),
        "place": _place(notice), "from": notice.facts.date, "document": "d1", "source": "s1",
    }  # fmt: skip


def _place(notice: Notice) -> str | None:
    place = notice.facts.place
    return None if place == "国务院" else place


def _kind(name: str | None) -> str | None:
    """领导小组 of 济南市河长制领导小组; any other 组 is a working group."""
    if name is None:
        return None
    told = next((kind for kind in KINDS.split("|") if name.endswith(kind)), None)
    return told or ("工作组" if name.endswith("组") else None)


def _seats(notice: Notice, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not rows:
        yield f"# No seat was found. {notice.advice or ''}\nseats: []\n"
        return
    yield f"{_SEATS}seats:\n"
    seats = [seat for group in notice.groups for seat in group.seats]
    for seat, row in zip(seats, rows, strict=True):
        if seat.check:
            yield f"# check: {squeezed(seat.check)}\n"
        if notice.traditional:
            words = ", ".join(filter(None, (seat.person, seat.title, seat.unit)))
            yield f"# published: {squeezed(words)}\n"
        yield f"- {_flow(row)}\n"


def _doubts(notice: Notice) -> Iterator[str]:
    if not notice.not_understood:
        yield "not_understood: []\n"
        return
    yield _LEFT
    yield _table("not_understood", [asdict(doubt) for doubt in notice.not_understood])


def _table(name: str, rows: list[dict[str, Any]]) -> str:
    return "".join([f"{name}:\n", *(f"- {_flow(row)}\n" for row in rows)])


def _flow(row: Mapping[str, Any]) -> str:
    """A row on one line; every text in quotes, so that nothing in a notice is YAML of its own."""
    cells = (f"{key}: {_value(value)}" for key, value in row.items() if value is not None)
    return "{" + ", ".join(cells) + "}"


def _value(value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    plain = isinstance(value, int) or (
        text.isascii() and text.replace("_", "").isalnum() and text.isalpha()
    )
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    """A double-quoted scalar: JSON's escapes are YAML's, line separators too."""
    made = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\u{ord(c):04x}" if _unprintable(c) else c for c in made)


def _unprintable(char: str) -> bool:
    return (
        char in "\x7f\x85\u2028\u2029\ufeff"
        or 0x80 <= ord(char) < 0xA0
        or 0xFFFE <= ord(char) <= 0xFFFF
    )
