"""One item of a list in a roster: a name, a title, a title with a name, a body, a body with 主要负责人."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from loaders.notices.words.bodies import generic, is_unit, several, tailed
from loaders.notices.words.names import (
    HEAD_END,
    PLACES,
    Name,
    leading_name,
    name_kind,
    trailing_name,
    unmarked,
    without_marks,
)
from loaders.notices.words.text import free, numbered, squeezed
from loaders.notices.words.titles import is_title, offices_of, title_like

_LED = re.compile(
    r"^(?:(?:另外|此外|同时|还|以及|及|和|与|并由|由|分别由|包括|还有)\s*)(?=[\u3400-\u9fff])"
)
_CLOSED = re.compile(
    r"(?:等\d*(?:人|名|位|个)?(?:组成|共同)?|组成|等\d+[个家]?(?:单位|部门)(?:组成)?|等(?:有关)?(?:单位|部门)(?:的)?(?:有关|相关|工作)?人员)$"
)
_DONE = re.compile(r"(?:分别)?(?:兼任|担任|兼)$")


class Kind(StrEnum):
    """What an item is."""

    NAME = "name"
    TITLE = "title"
    NAMED = "named"
    """A title and a person: 市长张三, 胡春华副总理."""
    UNIT = "unit"
    TAILED = "tailed"
    """A body with 主要负责人 and the like."""
    SEVERAL = "several"
    OTHER = "other"


@dataclass(frozen=True)
class Item:
    """An item with its parts; `check` says what is doubtful, `led` the comma before it."""

    kind: Kind
    text: str
    person: str | None = None
    title: str | None = None
    unit: str | None = None
    check: str = ""
    comma: str = ""
    row: bool = False
    """Whether the 主要负责人 is shared with other bodies of the row."""


def item_of(raw: str, comma: str = "") -> Item:
    """The item that a piece of text between two commas is."""
    text = _stripped(raw)
    bare = unmarked(text)
    kind = name_kind(bare)
    if kind is Name.SURE or (kind is Name.RARE and not is_unit(bare)):
        check = "" if kind is Name.SURE else "taken for a name"
        return Item(Kind.NAME, text, person=bare, check=check, comma=comma)
    if several(text):
        return Item(Kind.SEVERAL, text, comma=comma)
    found = _bracketed(text) or _collective(text) or _titled(text) or _body(text)
    return Item(found.kind, text, found.person, found.title, found.unit, found.check, comma)


def _stripped(raw: str) -> str:
    text = _LED.sub("", numbered(squeezed(free(raw)))[1].strip(" 、，,。.；;：—-"))
    text = _DONE.sub("", text)
    return _CLOSED.sub("", text).strip() or text


def _bracketed(text: str) -> Item | None:
    """孙晓刚（市水利局局长） beside items of other kinds."""
    match = re.fullmatch(r"([^（()）]{2,10})[（(]([^（()）]+)[）)]", text)
    if match is None or not is_title(match[2]) or name_kind(unmarked(match[1])) < Name.RARE:
        return None
    return Item(Kind.NAMED, text, person=unmarked(match[1]), title=match[2])


def _titled(text: str) -> Item | None:
    bare = without_marks(text).strip()
    named = trailing_name(bare) if " " not in bare else None
    if named and (is_title(named[0]) or title_like(named[0])) and not generic(named[0]):
        check = "" if is_title(named[0]) else "the title is not one that the rules read"
        return Item(Kind.NAMED, text, person=named[1], title=named[0], check=check)
    alone = Item(Kind.TITLE, text, title=text) if is_title(text) and not generic(text) else None
    return _led_by_name(bare, text) or alone or _unknown_name(bare)


def _led_by_name(bare: str, text: str) -> Item | None:
    """蒋卓庆副市长: a person, where the words name neither place (石家庄市长) nor body (安全部长)."""
    offices = offices_of(bare)
    if offices and is_unit(offices[-1].body):
        return None
    for name, rest in leading_name(bare):
        if name in PLACES or is_unit(name + rest[0]) or not is_title(rest):
            continue
        return Item(Kind.NAMED, text, person=name, title=rest, check="where the name ends")
    return None


def _unknown_name(text: str) -> Item | None:
    """国家民委副主任丹珠昂奔: a title that the rules read, and a word that can be a name."""
    for size in (4, 3, 5):
        head, rest = text[:-size], text[-size:]
        if (
            len(head) > 3
            and HEAD_END.search(head)
            and is_title(head)
            and name_kind(rest) is Name.MAYBE
        ):
            return Item(Kind.NAMED, text, rest, head, check="the family name is not a known one")
    return None


def _collective(text: str) -> Item | None:
    """市水利局主要负责同志: a body and the words for its head."""
    found = tailed(text)
    if found is None:
        return None
    body, tail = found
    if not body:
        return Item(Kind.TAILED, text, title=tail)
    if generic(body) or several(body):
        return Item(Kind.SEVERAL, text)
    if is_unit(body):
        return Item(Kind.TAILED, text, title=tail, unit=body)
    return None


def _body(text: str) -> Item:
    if is_unit(text):
        return Item(Kind.UNIT, text, unit=text)
    if generic(text):
        return Item(Kind.SEVERAL, text)
    if title_like(text) and not re.search(r"[。：？！]", text):
        return Item(Kind.TITLE, text, title=text, check="the title is not one that the rules read")
    return Item(Kind.OTHER, text)
