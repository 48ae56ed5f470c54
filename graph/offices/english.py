"""Titles and bodies in English (职务、机构英译), composed from the parts that the title reader finds.

The words stand in english.yaml, with their sources. What it does not cover has no English form: a title of
which one office is unknown stays in Chinese as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.offices.body_words import words as body_words
from graph.offices.central import PREFIXES, Central
from graph.offices.divisions import LONGEST_NAME
from graph.offices.grammar import Office, Seat, read_offices

TABLE = Path(__file__).with_name("english.yaml")
Places = Callable[[str], str | None]
"""The English name of a division (Jinan) by its whole name (济南市); None for what is none."""
_SHOWN = re.compile(r"(?P<before>第一|常务|专职|执行)?(?P<vice>副?)(?P<word>.+)")
_PARTY_GROUP = re.compile(r"(?P<whose>.*?)(?:党组|党委)")
_SHORTEST = 2


@dataclass(frozen=True)
class _Place:
    """A division: its name with its kind (Shandong Province), and as it stands before a body."""

    name: str
    before: str
    region: bool = False
    special: bool = False


@cache
def _table() -> Mapping[str, Any]:
    read: dict[str, Any] = YAML(typ="safe").load(TABLE.read_text(encoding="utf-8"))
    return read


@cache
def _central() -> Central:
    return Central.of({})


def title_in_english(title: str, places: Places) -> str | None:
    """The English form of a title: Vice-Premier of the State Council; several offices with a semicolon.

    None where a part has none.
    """
    offices = read_offices(title) or ()
    told: list[str] = []
    place = ""
    for office in offices:
        if office.seat is Seat.GOVERNMENT and not office.body:
            office = replace(office, body=place)  # 济南市委常委、副市长
        if (one := _office(office, places)) is None:
            return None
        place = office.body[: next(_beginnings(office.body, places), 0)] or place
        told.append(one)
    return "; ".join(told) or None


def body_in_english(name: str, places: Places) -> str | None:
    """A division or body in English: Jinan Municipal Bureau of Finance; None where the table has no words."""
    if central := _central_body(name):
        return central
    place, rest = _place(name, places)
    if place is None:
        return None
    return _local(place, rest) if rest else place.name


def _office(office: Office, places: Places) -> str | None:
    if office.seat is Seat.CENTRE:
        centre: Mapping[str, str] = _table()["centre"]
        return centre.get(office.word)
    found = _SHOWN.fullmatch(office.shown)
    if found is None:
        return None
    told = _told(office, found, places)
    return f"Former {told}" if told and office.former else told


def _told(office: Office, found: re.Match[str], places: Places) -> str | None:
    """Office and body: the head of a government, a minister, a secretary, or by the words of the table."""
    if office.seat in (Seat.GOVERNMENT, Seat.CHAIR):
        ends = "" if len(office.word) > _SHORTEST or office.word == "主席" else office.word[0]
        place = _whole_place(office.body, places) or _whole_place(office.body + ends, places)
        if place and (office.seat is Seat.GOVERNMENT or place.region):
            return _of(_word(_table()["heads"], found), place.name)
    if office.word == "部长助理":
        return _minister("Assistant Minister", office.body, places)
    group = _PARTY_GROUP.fullmatch(office.body)
    if group and not group["whose"].endswith(("区", "省")):
        body = body_in_english(group["whose"], places)
        inner = _word(_table()["words"], found)
        return _of(inner, f"the Leading Party Members Group of the {body}") if body else None
    body = body_in_english(office.body, places)
    if body is None:
        return None
    if office.word == "部长" and body.startswith("Ministry of"):
        return _minister(
            "Vice-Minister" if found["vice"] else "Minister", office.body, places, found
        )
    if place := _whole_place(office.body, places):
        government = f"the {place.before} People's Government"
        within = government if office.word == "秘书长" else place.name
        return _of(_word(_table()["words"], found), within)
    return _of(_word(_words_of(office.body), found), f"the {body}")


def _words_of(body: str) -> Mapping[str, Sequence[str | None]]:
    """The words of offices as the body uses them: NDRC has a chairman, a health commission a head."""
    table, name = _table(), _full(body) or body
    own: Mapping[str, Any] = next((w for end, w in table["own"].items() if name.endswith(end)), {})
    return {**table["words"], **own}


def _minister(
    rank: str, body: str, places: Places, found: re.Match[str] | None = None
) -> str | None:
    name = body_in_english(body, places)
    if name is None or not name.startswith("Ministry of "):
        return None
    before = _table()["before"].get(found["before"]) if found and found["before"] else ""
    return f"{before} {rank} of {name.removeprefix('Ministry of ')}".strip()


def _word(table: Mapping[str, Sequence[str | None]], found: re.Match[str]) -> str | None:
    pair = table.get(found["word"])
    told = pair[bool(found["vice"])] if pair else None
    if not told or not found["before"]:
        return told
    return f"{_table()['before'][found['before']]} {told}"


def _of(office: str | None, body: str) -> str | None:
    return f"{office} of {body}" if office else None


def _full(name: str) -> str | None:
    """The full name of a central body that a name is, by no likeness."""
    names, key = _central().names, body_words().key(name)
    full = (names[one] for one in (key, *(p + key for p in PREFIXES)) if one in names)
    return _table()["short"].get(name) or next(full, None)


def _central_body(name: str) -> str | None:
    bodies: Mapping[str, str] = _table()["bodies"]
    return bodies.get(name) or bodies.get(_full(name) or "")


def _whole_place(name: str, places: Places) -> _Place | None:
    place, rest = _place(name, places)
    return None if rest else place


def _place(name: str, places: Places) -> tuple[_Place | None, str]:
    """The last division that a name begins with (上海市浦东新区), and the rest."""
    found: _Place | None = None
    while name and (at := next(_beginnings(name, places), 0)):
        found, name = _as_place(name[:at], str(places(name[:at]))), name[at:]
    return found, name


def _beginnings(name: str, places: Places) -> Iterator[int]:
    """How many characters of a name may be a division's, the longest first."""
    return (n for n in range(min(len(name), LONGEST_NAME), _SHORTEST - 1, -1) if places(name[:n]))


def _as_place(name: str, english: str) -> _Place | None:
    if region := _table()["regions"].get(name):
        return _Place(f"the {region}", region, region=True)
    kind = next((end for end in _table()["kinds"] if name.endswith(end)), None)
    if kind is None:
        return None
    behind, before = _table()["kinds"][kind]
    special = kind == "特别行政区"
    name = f"{'the ' * special}{english} {behind}".strip()
    return _Place(name, f"{english} {before}", special=special)


def _local(place: _Place, rest: str) -> str | None:
    """A body of a place by the rest of its name: a committee, one of its bodies, a department.

    Those of the special regions have names of their own.
    """
    if place.special:
        return None
    table = _table()
    regional = f"{place.before}{'al' * place.region}"
    committee = f"CPC {regional} Committee"
    if rest in ("委", "党委"):
        return committee
    party = table["party"].get(rest.removeprefix("党委").removeprefix("委"))
    if party and rest.startswith(("委", "党委")):
        return f"{party} of the {committee}"
    if whole := table["whole"].get(rest):
        return (
            str(whole).replace("%s Committee", f"{regional} Committee").replace("%s", place.before)
        )
    for end, head in table["ends"].items():
        if rest.endswith(end) and (field := table["fields"].get(rest.removesuffix(end))):
            return f"{place.before} {head} {field}"
    return None
