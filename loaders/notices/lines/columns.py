"""A line in columns: 张三  省长; 张三 省长 组长; 市财政局 李四 局长; two persons a line too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.notices.lines.items import TWO_TITLES
from loaders.notices.lines.lists import Parsed, read_list
from loaders.notices.model import Doubt, Found
from loaders.notices.words.bodies import is_unit, several
from loaders.notices.words.names import Name, joined, name_kind, unmarked
from loaders.notices.words.posts import one_title, with_title
from loaders.notices.words.roles import LEADING, Role, label_word, read_role
from loaders.notices.words.text import free, held, numbered, squeezed
from loaders.notices.words.titles import Place, has_body, is_title, names_body, title_like

_DIGITS = re.compile(r"[\d\-—\s()（）+]{5,}")
_OF_GROUP = re.compile(r"(?:组长|召集人|指挥长|总指挥|成员|组员|成员单位|列席|联络员)$")
"""Role words that do not serve as titles: 主任 behind a body is its title."""
_SENTENCE = re.compile(r"[。！？]|：.{10,}")
_BEFORE_BRACKET = re.compile(r"(?<=[\u3400-\u9fff])[ \t]+(?=[（(][^（）()]{3,}[）)])")
_BEFORE_TITLE = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]) +([\u3400-\u9fff])(?=[（(])")
"""孙 科（省科技厅厅长）: a name that ends as a body does, by its place before a bracket."""
_VERB = re.compile(r"[ \t]+(?:担任|兼任|任|为)[ \t]*(?=[\u3400-\u9fff]{2,12}$)")
"""任 between what stands in columns and the role at the end of the line."""


@dataclass(frozen=True)
class Cell:
    """A word of a line: what it can be, and its text."""

    text: str
    kind: str


def cells_of(text: str) -> list[Cell]:
    """The words between spaces and tabs, names of two characters together."""
    whole = held(joined(text))
    parts = [free(part).strip("，,、；;。 ") for part in re.split(r"[ \t]+", whole)]
    cells = [_cell(part) for part in _glued([part for part in parts if part])]
    return [
        cell
        if cell.kind != "role" or i == 0 or _OF_GROUP.search(cell.text)
        else Cell(cell.text, "title")
        for i, cell in enumerate(cells)
    ]


def _glued(parts: Sequence[str]) -> list[str]:
    """Marks such as （女） go with the name before them, （兼） too."""
    made: list[str] = []
    for part in parts:
        if made and re.fullmatch(r"[（(][^（）()]{1,8}[)）]", part) and not is_title(part[1:-1]):
            made[-1] += part
        else:
            made.append(part)
    return made


def _cell(text: str) -> Cell:
    bare = unmarked(text)
    kind = name_kind(bare)
    role = label_word(text)
    if role is not None and not (kind is Name.SURE and role.role is None):
        return Cell(text, "role")
    if kind >= Name.RARE:
        return Cell(bare, "name")
    if is_title(text) or (title_like(text) and not several(text)):
        return Cell(text, "title")
    if is_unit(text):
        return Cell(text, "unit")
    if kind is Name.MAYBE:
        return Cell(bare, "maybe")
    return Cell(text, "number" if _DIGITS.fullmatch(text) else "other")


def read_columns(text: str, place: Place) -> Parsed | None:
    """The seats of a line in columns; None where the words do not form columns of a roster."""
    cells = [cell for cell in cells_of(text) if cell.kind != "number"]
    if len(cells) < 2 or _SENTENCE.search(text):
        return None
    persons = [i for i, cell in enumerate(cells) if cell.kind == "name"]
    persons = _alternating(cells, persons) if persons else _stand_in(cells)
    if not persons or any(cell.kind == "role" for cell in cells):
        return None
    return _persons(cells, persons, place)


def _stand_in(cells: Sequence[Cell]) -> list[int]:
    """A word of unknown family name is a person where a title follows or leads it.

    孙科 too, which ends as a body does, before a title that names a body of its own.
    """
    if len(cells) != 2:
        return []
    if cells[0].kind == "maybe" and cells[1].kind in ("title", "unit"):
        return [0]
    if cells[0].kind == "title" and cells[1].kind == "maybe":
        return [1]
    short = len(cells[0].text) == 2 and name_kind(cells[0].text) is Name.MAYBE
    return [0] if short and cells[1].kind == "title" and has_body(cells[1].text) else []


def _alternating(cells: Sequence[Cell], persons: Sequence[int]) -> list[int]:
    """Where names and titles take turns, a word of unknown family name in the turn of a name is one."""
    turn = persons[0] % 2
    names, titles = cells[turn::2], cells[1 - turn :: 2]
    takes_turns = all(cell.kind in ("name", "maybe") for cell in names) and _titles(titles)
    return list(range(turn, len(cells), 2)) if takes_turns else list(persons)


def _persons(cells: Sequence[Cell], persons: Sequence[int], place: Place) -> Parsed | None:
    if persons[0] == 0:
        bounds = [*persons, len(cells)]
        found = [_behind(cells[a], cells[a + 1 : b], place) for a, b in pairwise(bounds)]
        return _all(found)
    if persons[-1] == len(cells) - 1 and len(persons) > 1:
        bounds = [-1, *persons]
        return _all([_around(cells[b], cells[a + 1 : b], [], place) for a, b in pairwise(bounds)])
    if len(persons) == 1:
        lead, rest = cells[: persons[0]], cells[persons[0] + 1 :]
        return _all([_around(cells[persons[0]], lead, rest, place)])
    return None


def _all(found: Sequence[Found | Doubt]) -> Parsed:
    seats = [one for one in found if isinstance(one, Found)]
    return seats, [one for one in found if isinstance(one, Doubt)]


def _behind(name: Cell, rest: Sequence[Cell], place: Place) -> Found | Doubt:
    """A name and what stands behind it: its title, its body and title, or words of no rule."""
    if not rest:
        return Found(name.text)
    if rest[0].kind == "unit" and len(rest) > 1 and all(c.kind == "title" for c in rest[1:]):
        return _unit_title(name.text, rest[0].text, rest[1:], place)
    title = squeezed(" ".join(cell.text for cell in rest))
    return with_title(name.text, title, place)


def _unit_title(person: str | None, unit: str, rest: Sequence[Cell], place: Place) -> Found:
    """市财政局 | 局长: the body stands in its own column, unless the title names another."""
    title = squeezed(" ".join(cell.text for cell in rest))
    found = with_title(person, title, place)
    if found.unit and found.unit != place.name and found.unit != unit:
        return Found(person, title, found.unit, "the body of the column or that of the title")
    return Found(person, title, unit)


def _titles(cells: Sequence[Cell]) -> bool:
    return all(cell.kind == "title" for cell in cells)


def _around(name: Cell, lead: Sequence[Cell], rest: Sequence[Cell], place: Place) -> Found | Doubt:
    """市财政局 李四 局长, or 市财政局局长 李四."""
    if len(lead) == 1 and lead[0].kind == "unit":
        if not rest:
            return Found(name.text, None, lead[0].text).doubted(
                "only the body stands beside the name"
            )
        if all(cell.kind == "title" for cell in rest):
            return _unit_title(name.text, lead[0].text, rest, place)
    if len(lead) > 1 and not rest and lead[0].kind == "unit" and _titles(lead[1:]):
        return _unit_title(name.text, lead[0].text, lead[1:], place)
    words = [*lead, *rest] if not (lead and rest) else []
    if words and all(cell.kind == "title" for cell in words):
        return with_title(name.text, squeezed(" ".join(cell.text for cell in words)), place)
    text = squeezed(" ".join(cell.text for cell in [*lead, name, *rest]))
    return Doubt(text, "which words belong to the name")


def read_entry(text: str, place: Place) -> Parsed:
    """The seats of the words behind a role: columns where there are columns, else a list."""
    if re.search(r"[；;]", held(text)):
        parts = [part for part in re.split(r"[；;]", held(text)) if part.strip(" 。")]
        read = [_between(numbered(free(part))[1], len(parts), place) for part in parts]
        return _together(read)
    stripped = _BEFORE_BRACKET.sub("", text.strip(" \t，,、。"))
    if not stripped:
        return [], []
    if len(several := _persons_apart(stripped)) > 1:
        return _together([read_entry(part, place) for part in several])
    if titles := _titles_apart(stripped):
        return _together([read_list(title, place) for title in titles])
    if bodies := _bodies(stripped):
        return read_list("、".join(bodies), place)
    return read_list(_tight(stripped), place)


def _together(parts: Sequence[Parsed]) -> Parsed:
    """What several pieces of a line gave."""
    return [s for seats, _ in parts for s in seats], [d for _, doubts in parts for d in doubts]


def _bodies(text: str) -> list[str]:
    """The bodies of a line that holds nothing else, a gap between each: 民政局  地税局  贸易局."""
    words = re.split(r" {2,}|\t+", text) if re.search(r" {2}|\t", text) else text.split()
    wide = len(words) > 1 and (len(words) > 2 or bool(re.search(r" {2}|\t", text)))
    return words if wide and all(is_unit(word) for word in words) else []


def _titles_apart(text: str) -> list[str]:
    """The titles of a row whose cells hold nothing else, each with a body of its own."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    whole = len(cells) > 1 and all(names_body(cell) for cell in cells)
    return cells if whole else []


def _between(text: str, parts: int, place: Place) -> Parsed:
    """What stands between semicolons: where these divide the posts, a comma divides titles of one."""
    parsed = read_entry(text, place)
    alone = len(parsed[0]) > 1 and not any(seat.person for seat in parsed[0])
    whole = one_title(text, place) if parts > 2 and alone else None
    return ([whole.doubted(TWO_TITLES)], []) if whole else parsed


def _persons_apart(text: str) -> list[str]:
    """张三 省长，李四 副省长: each comma before a name with a space behind it begins a person."""
    whole = held(joined(text))
    parts = re.split(r"(?<=[、，,])", whole)
    begin = [_named(part.split()[0]) and len(part.split()) > 1 for part in parts if part.strip()]
    end = [
        _named(part.strip("、，, \t").split()[-1]) and len(part.split()) > 1
        for part in parts
        if part.strip("、，, \t")
    ]
    if len(parts) < 2 or len(begin) != len(parts) or len(end) != len(parts):
        return [text]
    if not (sum(begin) > 1 or sum(end) > 1):
        return [text]
    cuts = begin if begin[0] else [False, *end[:-1]]
    made = [""]
    for part, cut in zip(parts, cuts, strict=True):
        made = [*made, part] if cut and made[-1] else [*made[:-1], made[-1] + part]
    return [free(part).strip(" \t、，,") for part in made]


def _named(word: str) -> bool:
    """Whether a word of a list is a person."""
    return name_kind(unmarked(word.strip("、，,"))) >= Name.RARE


def _tight(text: str) -> str:
    """Without the spaces that a list has behind its commas and inside its names."""
    return re.sub(r"(?<=[、，,])\s+|\s+(?=[、，,])", "", _BEFORE_TITLE.sub(r"\1\2", joined(text)))


def _leading(text: str, place: Place) -> tuple[Role, Parsed] | None:
    match = LEADING.match(text)
    role = read_role(match["word"]) if match else None
    if match is None or role is None or _SENTENCE.search(text):
        return None
    parsed = read_entry(text[match.end() :], place)
    return (role, parsed) if parsed[0] and not parsed[1] else None


def with_verb(text: str) -> bool:
    """Whether a line in columns ends in a verb and a word: 张三 市长 任总指挥."""
    return bool(_VERB.search(text))


def row_role(text: str, place: Place) -> tuple[Role, Parsed] | None:
    """组长 张三 省长, or 张三 省长 组长: a role at one end of a line in columns."""
    if found := _leading(text, place):
        return found
    cells = [cell for cell in cells_of(_VERB.sub(" ", text)) if cell.kind != "number"]
    ends = [i for i in (0, len(cells) - 1) if cells and cells[i].kind == "role"]
    if len(cells) < 2 or len(ends) != 1 or _SENTENCE.search(text):
        return None
    role = label_word(cells[ends[0]].text)
    rest = [cell.text for i, cell in enumerate(cells) if i != ends[0]]
    parsed = read_entry("\t".join(rest), place)
    return (role, parsed) if role and parsed[0] and not parsed[1] else None
