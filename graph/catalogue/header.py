"""The comment at the head of a query file: what it asks, takes and returns.

    // title: Divisions in force
    // zh: 存续的行政区划 -- 某日存续哪些区划？
    // question: Which divisions existed on a day?
    // tags: divisions
    // include: fragments/day
    // param as_of: date = 2018-12-25 -- the day -- 日期
    // column code: string -- six digits (GB/T 2260) -- 六位代码（GB/T 2260）
    // note: Units of other days are left out. -- 其他日期的单位不列。
    // example: as_of=2018-12-25

Lines that go on are indented by two more blanks (`//   and so on`). A meaning in English that several
headers share has its Chinese once, in a line of its own: `// means: the day -- 日期`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from graph.catalogue.types import UnknownType, ValueType, parse_type
from graph.core.errors import CatalogueError, InputError
from graph.core.words import NOTHING, Words

_FIELD = re.compile(r"//\s(?P<key>[a-z]+)(?:\s(?P<name>[a-z_0-9]+))?:\s*(?P<text>.*)")
_TYPED = re.compile(
    r"(?P<type>[A-Za-z|<>?]+)(?:\s+\((?P<unit>[^)]*)\))?(?:\s*=\s*(?P<default>.*?))?\s+--\s+(?P<meaning>.+)"
)
_PLAIN = ("title", "question", "example", "source")
_TEXTS = (*_PLAIN, "zh", "note", "tags", "include", "takes", "gives", "shown", "access")
_REPEATED = ("param", "column", "means")
ACCESS = ("read", "write", "schema")
_BREAKS = ("、", "，", "；", "：", "。")
"""Signs after which a text in Chinese goes on in the next line without a blank."""


@dataclass(frozen=True)
class Parameter:
    """An input of a query; `required` when the header gives no default."""

    name: str
    type: ValueType
    meaning: Words
    required: bool
    default: Any
    line: int


@dataclass(frozen=True)
class Column:
    """An output of a query with its type, unit (or None) and meaning."""

    name: str
    type: ValueType
    unit: str | None
    meaning: Words
    line: int


_Told = TypeVar("_Told", Parameter, Column)


@dataclass(frozen=True)
class Header:
    """A parsed header. `name` is that of the query, or of the fragment with its folder; `include` names
    fragments, in the order in which they run; `takes` and `gives` the variables that a fragment reads from
    those before it and adds for those after; `zh` and `asks` are title and question in Chinese, the
    others where there are none, as is the Chinese of `note`; `shown` are the columns of a table on a
    terminal, all where it names none; `means` are meanings that other headers share. What is meant has no
    Chinese where the header gives none.

    `lines` tells the line of each field that is a text, and under `body` that of the statement.
    """

    path: Path
    name: str
    title: str = ""
    zh: str = ""
    question: str = ""
    asks: str = ""
    tags: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    access: str = "read"
    example: str = ""
    source: str = ""
    note: Words = NOTHING
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    means: tuple[Words, ...] = ()
    body: str = field(default="", repr=False)
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)

    @property
    def called(self) -> Words:
        """The title in both languages."""
        return Words(self.title, self.zh)

    @property
    def asked(self) -> Words:
        """The question in both languages."""
        return Words(self.question, self.asks)

    @property
    def meanings(self) -> tuple[Words, ...]:
        """What parameters and columns mean, and what others share, as the file says it."""
        inputs = (parameter.meaning for parameter in self.parameters)
        return (*inputs, *(column.meaning for column in self.columns), *self.means)

    def in_chinese(self, known: Mapping[str, str]) -> Header:
        """The header with Chinese for each meaning: its own, else what is known of it, else the English."""
        return replace(
            self,
            parameters=tuple(_in_chinese(one, known) for one in self.parameters),
            columns=tuple(_in_chinese(one, known) for one in self.columns),
        )


@dataclass(frozen=True)
class _Line:
    number: int
    key: str
    name: str | None
    text: str


def parse_header(path: Path, name: str, text: str) -> Header:
    """Split a file into header and statement; raises CatalogueError with file and line."""
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    fields = _join(path, lines[:end])
    texts = {f.key: f.text for f in fields if f.key in _TEXTS}
    numbers = {f.key: f.number for f in fields if f.key in _TEXTS}
    access = texts.get("access", "read")
    if access not in ACCESS:
        at = f"{path}:{numbers['access']}"
        raise CatalogueError(
            Words(
                f"{at}: access {access!r} is none of {', '.join(ACCESS)}.",
                f"{at}：access “{access}”不在可选值之列：{'、'.join(ACCESS)}。",
            )
        )
    zh, _, asks = texts.pop("zh", "").partition(" -- ")
    note, _, noted = texts.get("note", "").partition(" -- ")
    first = next((i for i in range(end, len(lines)) if lines[i].strip()), end)
    return Header(
        path=path,
        name=name,
        **{key: texts[key] for key in _PLAIN if key in texts},
        zh=zh or texts.get("title", ""),
        asks=asks or texts.get("question", ""),
        note=Words(note, noted or note),
        tags=_words(texts.get("tags", "")),
        include=_words(texts.get("include", "")),
        takes=_words(texts.get("takes", "")),
        gives=_words(texts.get("gives", "")),
        shown=_words(texts.get("shown", "")),
        access=access,
        parameters=tuple(_parameter(path, f) for f in fields if f.key == "param"),
        columns=tuple(_column(path, f) for f in fields if f.key == "column"),
        means=tuple(_meaning(f.text) for f in fields if f.key == "means"),
        body="\n".join(lines[first:]).strip(),
        lines={**numbers, "body": first + 1},
    )


def _join(path: Path, lines: list[str]) -> list[_Line]:
    fields: list[_Line] = []
    for number, line in enumerate(lines, 1):
        if line.startswith("//   ") and fields:
            last = fields[-1]
            between = "" if last.text.endswith(_BREAKS) else " "
            text = f"{last.text}{between}{line[2:].strip()}".strip()
            fields[-1] = _Line(last.number, last.key, last.name, text)
            continue
        match = _FIELD.fullmatch(line)
        if match is None or match["key"] not in (*_TEXTS, *_REPEATED):
            raise CatalogueError(
                Words(
                    f"{path}:{number}: not a header line: {line!r}.",
                    f"{path}:{number}：不是文件头的行：{line!r}。",
                )
            )
        fields.append(_Line(number, match["key"], match["name"], match["text"].strip()))
    return fields


def _typed(path: Path, line: _Line) -> re.Match[str]:
    match = _TYPED.fullmatch(line.text)
    if match is None or line.name is None:
        raise CatalogueError(
            Words(
                f"{path}:{line.number}: write '{line.key} name: type -- meaning', not {line.text!r}.",
                f"{path}:{line.number}：应写作 '{line.key} name: type -- meaning'，而不是 "
                f"{line.text!r}。",
            )
        )
    return match


def _type(path: Path, line: _Line, text: str) -> ValueType:
    try:
        return parse_type(text)
    except UnknownType as problem:
        raise CatalogueError(
            Words(
                f"{path}:{line.number}: {problem.words.en}.",
                f"{path}:{line.number}：{problem.words.zh}。",
            )
        ) from None


def _parameter(path: Path, line: _Line) -> Parameter:
    match = _typed(path, line)
    kind = _type(path, line, match["type"])
    default = match["default"]
    try:
        value = None if default is None else kind.read(default)
    except InputError as problem:
        raise CatalogueError(
            Words(
                f"{path}:{line.number}: {problem.words.en}",
                f"{path}:{line.number}：{problem.words.zh}",
            )
        ) from None
    name = line.name or ""
    return Parameter(name, kind, _meaning(match["meaning"]), default is None, value, line.number)


def _column(path: Path, line: _Line) -> Column:
    match = _typed(path, line)
    kind = _type(path, line, match["type"])
    return Column(line.name or "", kind, match["unit"], _meaning(match["meaning"]), line.number)


def _meaning(text: str) -> Words:
    """English and, behind ` -- `, Chinese; without Chinese where the line gives none."""
    en, _, zh = text.partition(" -- ")
    return Words(en, zh)


def _in_chinese(one: _Told, known: Mapping[str, str]) -> _Told:
    en, zh = one.meaning.en, one.meaning.zh
    return replace(one, meaning=Words(en, zh or known.get(en, en)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
