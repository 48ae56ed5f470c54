"""The bytes of a Stata file: pandas writes them, and what it lacks is put into the sections of the file.

A file of version 118 ([D] file formats .dta) is a row of sections, and its map tells where each begins.
pandas knows one language of labels, names a set of labels after its variable, and has one format of days.
Stata keeps further languages as characteristics ([D] label language): `_lang_list` and `_lang_c` of the
file, and for each language that is not in use `_lang_v_NAME` (label) and `_lang_l_NAME` (set of labels).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from pathlib import Path
from typing import IO, Any

import pandas

from graph.core.language import LANGUAGES, Language, spoken
from graph.core.words import Words
from graph.export.labels import LabelSet
from graph.export.tabular.variables import Variable, label

LONG = 244
"""Bytes of a text above which its column is strL: shorter ones take their full width in every row."""

BYTE, LARGEST = 100, 2**31 - 100
"""The largest numbers of a byte and of a long integer in Stata."""
NAME, FORMAT = 129, 57
"""Bytes of a name, and of the format of a variable."""
DAYS = "%tdCCYY-NN-DD"
PIECE = 1 << 20
"""Bytes that are copied at a time."""
MAP = ("header", "map", "variable_types", "varnames", "sortlist", "formats", "value_label_names",
       "variable_labels", "characteristics", "data", "strls", "value_labels", "end")  # fmt: skip
"""The sections, of which the map tells the starts; then the end of the file."""
_STARTS = struct.Struct(f"<{len(MAP) + 1}Q")


def write(path: Path, title: Words, variables: Mapping[str, Variable], rows: int) -> None:
    """Write variables by name, their labels in both languages, that which is spoken in use."""
    language = spoken()
    series = {name: _series(one) for name, one in variables.items()}
    long = [name for name, one in series.items() if one.dtype == object and _width(one) > LONG]
    plain = path.with_name(f"{path.name}.part")
    pandas.DataFrame(series, index=range(rows)).to_stata(
        plain, write_index=False, convert_strl=long, data_label=label(title.say(language)), version=118,
        byteorder="little",
        variable_labels={name: label(one.said.say(language)) for name, one in variables.items()},
    )  # fmt: skip
    with plain.open("rb") as old, path.open("wb") as new:
        _copy(old, new, variables, title, language)
    plain.unlink()


def _copy(
    old: IO[bytes], new: IO[bytes], variables: Mapping[str, Variable], title: Words, language: Language
) -> None:  # fmt: skip
    """Copy a file section by section, some replaced, the map set right."""
    start = old.read(1024).index(b"<map>")
    old.seek(start + len("<map>"))
    starts = _STARTS.unpack(old.read(_STARTS.size))
    old.seek(starts[MAP.index("formats")])
    formats = old.read(starts[MAP.index("formats") + 1] - old.tell())
    own = {
        "formats": _formats(formats, variables),
        "value_label_names": _tagged(
            "value_label_names", (_padded(_set(one, language)) for one in variables.values())
        ),
        "characteristics": _tagged("characteristics", _characteristics(variables, title, language)),
        "value_labels": _tagged("value_labels", _value_labels(variables)),
    }
    sizes = [
        len(own[name]) if name in own else after - before
        for name, (before, after) in zip(MAP, pairwise(starts), strict=True)
    ]
    own["map"] = _tagged("map", [_STARTS.pack(*accumulate(sizes, initial=0))])
    old.seek(0)
    for name, (before, after) in zip(MAP, pairwise(starts), strict=True):
        if name in own:
            new.write(own[name])
        else:
            old.seek(before)
            _copy_bytes(old, new, after - before)


def _copy_bytes(old: IO[bytes], new: IO[bytes], count: int) -> None:
    while count:
        part = old.read(min(count, PIECE))
        new.write(part)
        count -= len(part)


def _tagged(name: str, parts: Iterator[bytes] | list[bytes]) -> bytes:
    return b"<%b>%b</%b>" % (name.encode(), b"".join(parts), name.encode())


def _formats(section: bytes, variables: Mapping[str, Variable]) -> bytes:
    """Return the section of formats with that of days at each day."""
    at = len("<formats>")
    made = bytearray(section)
    for number, one in enumerate(variables.values()):
        if one.column.kind == "date":
            place = at + FORMAT * number
            made[place : place + FORMAT] = DAYS.encode().ljust(FORMAT, b"\0")
    return bytes(made)


def _characteristics(
    variables: Mapping[str, Variable], title: Words, language: Language
) -> Iterator[bytes]:
    for of, name, text in _told(variables, title, language):
        content = _padded(of) + _padded(name) + text.encode() + b"\0"
        yield _tagged("ch", [struct.pack("<I", len(content)), content])


def _told(
    variables: Mapping[str, Variable], title: Words, language: Language
) -> Iterator[tuple[str, str, str]]:
    yield "_dta", "_lang_list", " ".join(LANGUAGES)
    yield "_dta", "_lang_c", language
    for other in (one for one in LANGUAGES if one != language):
        yield "_dta", f"_lang_v_{other}", label(title.say(other))
        for name, one in variables.items():
            yield name, f"_lang_v_{other}", label(one.said.say(other))
            if one.labels:
                yield name, f"_lang_l_{other}", _set(one, other)


def _value_labels(variables: Mapping[str, Variable]) -> Iterator[bytes]:
    """Yield each set of labels in each language."""
    sets = {one.labels.name: one.labels for one in variables.values() if one.labels}
    for name, one in sorted(sets.items()):
        for language in LANGUAGES:
            table = _table(one, language)
            head = struct.pack("<I", len(table)) + _padded(f"{name}_{language}") + bytes(3)
            yield _tagged("lbl", [head, table])


def _table(labels: LabelSet, language: Language) -> bytes:
    """Return how many labels, how many bytes of text, where each begins, the values, the texts."""
    words = {
        code: said.say(language).encode() + b"\0" for code, said in sorted(labels.words.items())
    }
    places = list(accumulate(map(len, words.values()), initial=0))
    count = len(words)
    return struct.pack(
        f"<{2 + 2 * count}i", count, places[-1], *places[:-1], *words
    ) + b"".join(words.values())  # fmt: skip


def _set(one: Variable, language: str) -> str:
    return f"{one.labels.name}_{language}" if one.labels else ""


def _padded(name: str) -> bytes:
    return name.encode().ljust(NAME, b"\0")


def _series(one: Variable) -> Any:
    if not one.labels and one.column.kind not in ("integer", "float", "date"):
        return pandas.Series(one.values, dtype=object)
    most = max((abs(value) for value in one.values if value is not None), default=0)
    whole = one.column.kind != "float" and most <= LARGEST
    kind = "Int8" if one.labels and most <= BYTE else "Int32" if whole else "float64"
    return pandas.Series(one.values, dtype=kind)


def _width(texts: Any) -> int:
    return max((len(text.encode()) for text in texts), default=0)
