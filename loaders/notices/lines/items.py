"""One item of a list in a roster: a name, a title, a title with a name, a body, a body with 主要负责人."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.core.words import NOTHING, Words
from loaders.notices.words.bodies import generic, is_unit, several, tailed
from loaders.notices.words.known import UNKNOWN, is_field
from loaders.notices.words.names import Name, honoured, name_kind, unmarked, without_marks
from loaders.notices.words.parts import SURE, Part
from loaders.notices.words.scores import title_score
from loaders.notices.words.split import split
from loaders.notices.words.text import free, numbered, squeezed
from loaders.notices.words.titles import bodiless, is_title, names_body, title_like

_LED = re.compile(
    r"^(?:(?:另外|此外|同时|还|以及|及|和|与|并由|由|分别由|包括|还有)\s*)(?=[\u3400-\u9fff])"
)
_CLOSED = re.compile(
    r"(?:等\d*(?:人|名|位|个)?(?:组成|共同)?|组成|等[\d一二三四五六七八九十多]*[个家]?[\u3400-\u9fff]{0,6}?(?:单位|部门|科室|处室|司局|企业|院系|乡镇|街道|机构|方面)(?:(?:和|及)[\u3400-\u9fff]{0,6}(?:单位|部门))?(?:组成)?"
    r"|等(?:有关)?(?:单位|部门)(?:的)?(?:有关|相关|工作)?人员)$"
)
_SIGNED = re.compile(r"([（(])(?:(?:[男女]|[\u4e00-\u9fff]{1,5}族)\s*[，,、；;]\s*)+")
"""女， before the title in the same bracket."""
_COMRADE = re.compile("(?<!负责)(?<!领导)等?同志(?=$|[、，,；; （(])")
NOT_KNOWN = Words(
    "it begins with no known place or body: a name, perhaps", "开头不是已知的地名或单位：可能是人名"
)
TWO_TITLES = Words("one post with two titles, or two posts", "一个职务的两种称谓，或两个职务")
CONCURRENT = re.compile(r"(?:书记|政治局委员|国务委员|常委|党组成员|党委委员|党工委委员)$")
_COUNTED = re.compile(r"^[一二两三四五六\d]+[位名](?=副?[\u4e00-\u9fff]{2})")
_PROXY = re.compile("或(?:其)?(?:指定的?)?代表$")
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
    check: Words = NOTHING
    comma: str = ""
    row: bool = False
    """Whether the 主要负责人 is shared with other bodies of the row."""


def item_of(raw: str, comma: str = "") -> Item:
    """The item that a piece of text between two commas is."""
    text = stripped(raw)
    bare = unmarked(text)
    if honour := honoured(bare):
        person, title = honour
        return Item(Kind.NAMED if title else Kind.NAME, text, person, title, comma=comma)
    kind = name_kind(bare)
    if kind is Name.SURE or (kind is Name.RARE and not is_unit(bare)):
        check = NOTHING if kind is Name.SURE else Words("taken for a name", "按人名读取")
        return Item(Kind.NAME, text, person=bare, check=check, comma=comma)
    if several(text):
        tail = tailed(text)
        return Item(Kind.SEVERAL, text, title=tail and tail[1], comma=comma)
    found = _collective(text) or _titled(text) or _body(text)
    return Item(found.kind, text, found.person, found.title, found.unit, found.check, comma)


def read_together(text: str) -> list[Part]:
    """The parts of a list that names a person; none of one that names none, which has rules of its own.

    Words for the heads of bodies (主要负责人) at its end are a title only behind a name that is certain.
    """
    whole = _COMRADE.sub("", _SIGNED.sub(r"\1", squeezed(without_marks(stripped(text)))))
    parts = list(map(_honoured, split(whole).parts))
    last = parts[-1] if parts else None
    if last and last.title and tailed(whole) and not (last.person and last.certain):
        parts[-1] = Part(text=last.text, mark=last.mark)
    made: list[Part] = []
    for part in parts:
        made[-1:] = _with_body(made[-1], part) if made else [part]
    return made if any(part.person for part in made) else []


def _honoured(part: Part) -> Part:
    found = None if part.person else honoured(part.text)
    return replace(part, person=found[0], title=found[1], margin=SURE) if found else part


def _with_body(last: Part, part: Part) -> list[Part]:
    """市财政局 李四 局长, 市财政局 李四, 李四 市财政局: a body in a column of its own."""
    unit = not (last.person or last.title) and is_unit(last.text)
    if unit and part.person and part.title and part.mark == " " and bodiless(part.title):
        return [replace(part, title=f"{last.text} {part.title}", mark=last.mark)]
    if unit and part.person and not part.title and part.mark == " ":
        return [replace(part, title=last.text, mark=last.mark)]
    body = not (part.person or part.title) and is_unit(part.text)
    if body and last.person and not last.title and part.mark in (" ", "（", "("):
        return [replace(last, title=part.text)]
    return [last, part]


def item_of_part(part: Part) -> Item | None:
    """The item that a part of a list is; None for words that are neither name nor title."""
    alone = name_kind(part.person) if part.person and not part.title else Name.SURE
    if not (part.person or part.title) or alone is Name.MAYBE:
        return None
    if alone is Name.RARE and is_unit(part.text):
        return None
    kind = Kind.NAMED if part.person and part.title else Kind.NAME if part.person else Kind.TITLE
    sure = part.margin >= SURE if kind is Kind.NAME else part.certain
    check = NOTHING if sure else Words("where the name ends", "人名到何处为止")
    check = Words("taken for a name", "按人名读取") if alone is Name.RARE else check
    check = check or (NOTHING if part.person or _known(part.title or "") else NOT_KNOWN)
    item = Item(kind, part.text, part.person, part.title, check=check, comma=part.mark)
    before = re.split("[、，,]", part.title or "")[:-1]
    led = part.person is not None and part.text.startswith(part.person)
    apart = kind is Kind.NAMED and not led and not all(map(CONCURRENT.search, before))
    return replace(item, check=TWO_TITLES) if apart else item


def stripped(raw: str) -> str:
    """A piece without numbering, words that lead it (以及) and those that close a list (等组成)."""
    text = _LED.sub("", numbered(squeezed(free(raw)))[1].strip(" 、，,。.；;：—-"))
    text = _DONE.sub("", _PROXY.sub("", _COUNTED.sub("", text)))
    return _CLOSED.sub("", text).strip() or text


def _titled(text: str) -> Item | None:
    if not is_title(text) or generic(text):
        return None
    return Item(Kind.TITLE, text, title=text, check=NOTHING if _known(text) else NOT_KNOWN)


def _known(title: str) -> bool:
    """Whether a title begins with a known place or body, or names none."""
    return title_score(title) > UNKNOWN or not names_body(title)


def _collective(text: str) -> Item | None:
    """市水利局主要负责同志: a body and the words for its head."""
    found = tailed(text)
    if found is None:
        return None
    body, tail = found
    if not body:
        return Item(Kind.TAILED, text, title=tail)
    if generic(body) or several(body):
        return Item(Kind.SEVERAL, text, title=tail)
    if is_unit(body) or (len(body) < 4 and is_field(body[-2:])):
        check = (
            NOTHING
            if is_unit(body)
            else Words("a field of work for its body", "以业务领域代称其单位")
        )
        return Item(Kind.TAILED, text, title=tail, unit=body, check=check)
    return None


def _body(text: str) -> Item:
    if is_unit(text):
        return Item(Kind.UNIT, text, unit=text)
    if generic(text):
        return Item(Kind.SEVERAL, text)
    if title_like(text) and not re.search(r"[。：？！]", text):
        return Item(
            Kind.TITLE,
            text,
            title=text,
            check=Words("the title is not one that the rules read", "职务名称不在规则之内"),
        )
    return Item(Kind.OTHER, text)
