"""A line in columns: 张三  省长; 张三 省长 组长; 市财政局 李四 局长; two persons a line too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.notices.lines.items import CONCURRENT, TWO_TITLES, Parsed, read_list
from loaders.notices.words.bodies import is_unit
from loaders.notices.words.names import Name, joined, name_kind
from loaders.notices.words.posts import also_of_office, one_title
from loaders.notices.words.roles import LEADING, Role, label_word, read_role
from loaders.notices.words.text import free, held, numbered
from loaders.notices.words.titles import Place, is_title, names_body

_DIGITS = re.compile(r"[\d\-—\s()（）+]{5,}|\d{1,3}")
_OF_GROUP = re.compile(r"(?:组长|召集人|指挥长|总指挥|成员|组员|成员单位|列席|联络员)$")
"""Role words that do not serve as titles: 主任 behind a body is its title."""
_SENTENCE = re.compile(r"[。！？]|：.{10,}")
_BEFORE_BRACKET = re.compile(r"(?<=[\u3400-\u9fff])[ \t]+(?=[（(][^（）()]{3,}[）)])")
_BEFORE_TITLE = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]) +([\u3400-\u9fff])(?=[（(])")
"""孙 科（省科技厅厅长）: a name that ends as a body does, by its place before a bracket."""
_CLAUSE = re.compile(
    r"[，,]\s*(?:当其|如遇|若其|因故|(?:全面|具体|主要|统筹)?负责(?!人|同志|领导|干部)|协助)[^；;]*$"
)
"""What somebody of a roster does, behind the name: 李四，负责日常工作."""
_VERB = re.compile(r"[ \t]+(?:担任|兼任|任|为)[ \t]*(?=[\u3400-\u9fff]{2,12}$)")
"""任 between what stands in columns and the role at the end of the line."""


def read_entry(text: str, place: Place) -> Parsed:
    """The seats of the words behind a role: columns where there are columns, else a list."""
    parts = [part for part in re.split("[；;]", held(text)) if part.strip(" 。")]
    if len(parts) > 1 or "；" in held(text) or ";" in held(text):
        return _together([_between(numbered(free(part))[1], len(parts), place) for part in parts])
    if parts := _by_commas(text):
        return _together([_between(part, len(parts), place) for part in parts])
    bare = _BEFORE_BRACKET.sub("", _CLAUSE.sub("", text).strip(" \t，,、。"))
    if not bare:
        return [], []
    if found := also_of_office(bare, place):
        return [found], []
    if titles := _titles_apart(bare):
        return _together([read_list(title, place) for title in titles])
    tight = _BEFORE_TITLE.sub(r"\1\2", joined("、".join(_bodies(bare)) or bare))
    return read_list(re.sub(r"(?<=[、，,])\s+|\s+(?=[、，,])", "", tight), place)


def _together(parts: Sequence[Parsed]) -> Parsed:
    """What several pieces of a line gave."""
    return [s for seats, _ in parts for s in seats], [d for _, doubts in parts for d in doubts]


def _by_commas(text: str) -> list[str]:
    """The titles of a list whose commas divide posts, and 、 the titles of one: 甲主任，乙书记、副主任."""
    parts = [part.strip() for part in re.split("[，,]", held(text)) if part.strip()]
    apart = len(parts) > 3 and any("、" in part for part in parts)
    return parts if apart and all(is_title(free(part)) for part in parts) else []


def _bodies(text: str) -> list[str]:
    """The bodies of a line that holds nothing else, a gap between each: 民政局  地税局  贸易局."""
    gaps = re.search(r" {2}|\t", text)
    words = re.split(r" {2,}|\t+", text) if gaps else text.split()
    wide = len(words) > (1 if gaps else 2)
    return words if wide and all(is_unit(word) for word in words) else []


def _titles_apart(text: str) -> list[str]:
    """The titles of a row whose cells hold nothing else, each with a body of its own."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if len(cells) > 1 and all(names_body(cell) for cell in cells):
        return cells
    words = text.split()
    several = len(words) > 1 and all(map(is_title, words)) and not CONCURRENT.search(words[0])
    return words if several and not is_unit(words[0]) else []


def _between(text: str, parts: int, place: Place) -> Parsed:
    """What stands between semicolons: where these divide the posts, a comma divides titles of one."""
    parsed = read_entry(text, place)
    alone = len(parsed[0]) > 1 and not any(seat.person for seat in parsed[0])
    whole = one_title(text, place) if parts > 2 and alone else None
    return ([whole.doubted(TWO_TITLES)], []) if whole else parsed


def row_role(text: str, place: Place) -> tuple[Role, Parsed] | None:
    """组长 张三 省长, or 张三 省长 组长: a role at one end of a line in columns."""
    if _SENTENCE.search(text):
        return None
    if (match := LEADING.match(text)) and (role := read_role(match["word"])):
        parsed = read_entry(text[match.end() :], place)
        if parsed[0] and not parsed[1]:
            return role, parsed
    words = [free(word) for word in re.split(r"[ \t]+", held(joined(_VERB.sub(" ", text)).strip()))]
    words = [word for word in words if word and not _DIGITS.fullmatch(word)]
    roles = [_role_at(words, at) for at in (0, -1)] if len(words) > 1 else [None, None]
    role = roles[0] or roles[1]
    if role is None or all(roles):
        return None
    parsed = read_entry("\t".join(words[1:] if roles[0] else words[:-1]), place)
    return (role, parsed) if parsed[0] and not parsed[1] else None


def _role_at(words: Sequence[str], at: int) -> Role | None:
    """The role at an end of a line; at its end only a word that is no title: 主任 behind a body is one."""
    role = label_word(words[at])
    named = role is not None and role.role is None and name_kind(words[at]) is Name.SURE
    return None if named or (at and not _OF_GROUP.search(words[at])) else role
