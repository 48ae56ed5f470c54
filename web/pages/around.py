"""What stands round every page: its language, its own address, and the head that leads to the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from graph.core.language import Language
from graph.core.words import Words


@dataclass(frozen=True)
class Place:
    """An entry of the head: the first part of its address, what it is called, whether only for one user."""

    path: str
    name: Words
    private: bool = False


NAV = (
    Place("/groups", Words("Groups", "小组")),
    Place("/network", Words("Network", "网络")),
    Place("/compare", Words("Compare", "比较")),
    Place("/bring", Words("Bring in", "导入"), private=True),
    Place("/ask", Words("Ask", "提问")),
    Place("/cypher", Words("Cypher", "Cypher"), private=True),
    Place("/api", Words("Data access", "数据接口")),
)
LONGEST_UID = 200
"""Characters of a text that may be a uid: longer ones are prose."""
LANGUAGES = (("en", "English"), ("zh", "中文"))


@dataclass(frozen=True)
class Around:
    """`here` is the address of the page, with its query but for the language; `public` that of everybody.

    A `still` page is a file: it asks nothing, so it has no form. `templates` are folders of templates that
    stand before those of the application.
    """

    language: Language
    here: str = "/"
    public: bool = False
    still: bool = False
    templates: tuple[Path, ...] = ()

    @property
    def nav(self) -> tuple[Place, ...]:
        """The entries of the head."""
        return tuple(one for one in NAV if not (one.private and self.public))

    def in_language(self, language: str) -> str:
        """The address of this page in a language."""
        return address(self.here, lang=language)

    def say(self, en: str, zh: str) -> str:
        """The text in the language of the page."""
        return zh if self.language == "zh" else en

    def told(self, words: Words) -> str:
        """The words in the language of the page."""
        return words.say(self.language)


def address(path: str, **state: object) -> str:
    """A path with the state of its page: what is empty is left out, None drops what the path had."""
    parts = urlsplit(path)
    kept: dict[str, object] = {**dict(parse_qsl(parts.query)), **state}
    query = urlencode(
        {name: value for name, value in kept.items() if value not in (None, "", False)}
    )
    return f"{parts.path}?{query}" if query else parts.path


def _named(prefix: str, kind: str, uid: str, state: Mapping[str, object]) -> str:
    return address(f"/{prefix}/{quote(uid.removeprefix(kind), safe=':')}", **state)


def thing_address(value: object) -> str:
    """The page of what a uid names, empty for anything else."""
    if not isinstance(value, str) or len(value) > LONGEST_UID:
        return ""
    for kinds, made in _PAGES:
        if value.startswith(kinds):
            return made(value)
    return ""


def group_address(uid: str, **state: object) -> str:
    """The page of a group: /group/bth-air-lsg?as_of=2018-07-12."""
    return _named("group", "group:", uid, state)


def person_address(uid: str, **state: object) -> str:
    """The page of a person: /person/韩正."""
    return _named("person", "person:", uid, state)


def place_address(uid: str, **state: object) -> str:
    """The page of a division or an agency: /place/div:370000:山东省."""
    return _named("place", "", uid, state)


_PAGES: tuple[tuple[tuple[str, ...], Callable[[str], str]], ...] = (
    (("group:",), group_address),
    (("person:",), person_address),
    (("div:", "agency:"), place_address),
)
"""Which page tells of the uids that begin so."""
