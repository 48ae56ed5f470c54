"""The small language of types in query headers, and values of these types.

`string`, `integer`, `float`, `boolean`, `date`, `map`, `any`, `list<T>`; a trailing `?` allows null.
`uid<Group>` is a string, the uid of a group, `uid<Unit|Group>` that of a unit or of a group: where people
ask, a name may stand in its place.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import GenericAlias
from typing import Any

from graph.core.as_of import parse_as_of
from graph.core.errors import InputError
from graph.core.words import Words

_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (float, int),
    "boolean": (bool,),
    "date": (dt.date,),
    "map": (dict,),
    "any": (object,),
}
_ANNOTATIONS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "float": float,
    "boolean": bool,
    "date": dt.date,
    "map": dict[str, Any],
    "any": Any,
}
UIDS = ("Group", "Unit", "Division", "Region", "Place", "Person", "Post", "Document", "Source")
"""What a uid may be of. A unit or division is one of the day that is asked for, a place is of any day.
A region is a division, or several that have a name together: it stands in a list."""
_TYPE = re.compile(
    r"(?:list<(?P<item>.+)>|uid<(?P<uid>\w+(?:\|\w+)*)>|(?P<name>[a-z]+))(?P<null>\?)?"
)


@dataclass(frozen=True)
class ValueType:
    """A type as a header writes it: `list<string>?` is a list of texts or null.

    `uid` names what a string is the uid of (among `UIDS`); empty for every other type.
    """

    name: str
    nullable: bool = False
    item: ValueType | None = None
    uid: tuple[str, ...] = ()

    def __str__(self) -> str:
        inner = f"list<{self.item}>" if self.item else self.name
        inner = f"uid<{'|'.join(self.uid)}>" if self.uid else inner
        return inner + ("?" if self.nullable else "")

    @property
    def annotation(self) -> Any:
        """The Python type: `list[str | None] | None` for `list<string?>?`."""
        kind = GenericAlias(list, self.item.annotation) if self.item else _ANNOTATIONS[self.name]
        return kind | None if self.nullable and kind is not Any else kind

    def holds(self, value: object) -> bool:
        """Whether a Python value is of this type; a boolean does not count as an integer."""
        if value is None:
            return self.nullable or self.name == "any"
        if self.item:
            return isinstance(value, list | tuple) and all(self.item.holds(v) for v in value)
        if isinstance(value, bool) and self.name in ("integer", "float"):
            return False
        return isinstance(value, _PYTHON[self.name])

    def read(self, text: str) -> Any:
        """Turn text from the command line or a header into a value; raises InputError."""
        if self.nullable and text in ("", "null"):
            return None
        try:
            if self.item:
                return self._read_list(text)
            return _READERS.get(self.name, _json)(text)
        except ValueError:
            raise InputError(
                Words(
                    f"{text!r} is not a value of the type {self}.",
                    f"“{text}”不是 {self} 类型的值。",
                )
            ) from None

    def _read_list(self, text: str) -> list[Any]:
        if text.startswith("["):
            with suppress(json.JSONDecodeError):
                return [self._item(value) for value in _json(text)]
        bare = text.removeprefix("[").removesuffix("]")
        return [self._item(part.strip()) for part in bare.split(",") if part.strip()]

    def _item(self, value: Any) -> Any:
        return self.item.read(value) if self.item and isinstance(value, str) else value


class UnknownType(InputError):
    """A type that no header may name."""


def parse_type(text: str) -> ValueType:
    """Read a type of a header; raises UnknownType when it is none."""
    match = _TYPE.fullmatch(text.strip())
    uid = tuple(match["uid"].split("|")) if match and match["uid"] else ()
    if match is None or (match["name"] and match["name"] not in _PYTHON) or not {*uid} <= {*UIDS}:
        known = ", ".join([*_PYTHON, "list<...>", *(f"uid<{one}>" for one in UIDS)])
        raise UnknownType(
            Words(
                f"unknown type {text!r} (known: {known}; '?' after it allows null)",
                f"未知的类型“{text}”（可用：{known}；后加 '?' 表示可为空）",
            )
        )
    item = parse_type(match["item"]) if match["item"] else None
    name = "string" if uid else match["name"] or "list"
    return ValueType(name, bool(match["null"]), item, uid)


def _boolean(text: str) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if text.lower() not in words:
        raise ValueError(text)
    return words[text.lower()]


LARGEST = 999_000_000
"""The largest whole number of a parameter: so many years before a day are a day to the server too."""


def _json(text: str) -> Any:
    """A value from JSON; raises ValueError where a number in it is none of 64 bits, fractions alike."""
    return json.loads(
        text, parse_int=_held(int), parse_float=_held(float), parse_constant=_held(float)
    )


def _held(kind: type[int] | type[float]) -> Callable[[str], int | float]:
    def read(text: str) -> int | float:
        value = kind(text)
        if not -(2**63) <= value < 2**63:
            raise ValueError(text)
        return value

    return read


def _integer(text: str) -> int:
    value = int(text)
    if abs(value) > LARGEST:
        raise ValueError(text)
    return value


def _text(text: str) -> str:
    """A text; raises ValueError for a NUL in it, which no name holds and the server refuses in some."""
    if "\0" in text:
        raise ValueError(text)
    return text


_READERS: dict[str, Callable[[str], Any]] = {
    "string": _text,
    "integer": _integer,
    "float": float,
    "boolean": _boolean,
    "date": lambda text: parse_as_of(text)[0],
}
