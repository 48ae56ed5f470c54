"""The bytes of a Stata file: pandas writes them, and what it lacks is added here.

pandas knows one language of labels and names a set of labels after its variable. Stata keeps further
languages as characteristics ([D] label language): `_lang_list` and `_lang_c` of the file, and for each
language that is not in use `_lang_v_NAME` (label) and `_lang_l_NAME` (set of labels) of a variable.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas

from graph.core.language import LANGUAGES, spoken
from graph.export.tabular.stata import Variable, label

stata: Any = import_module("pandas.io.stata")

LONG = 244
"""Bytes of a text above which its column is strL: shorter ones take their full width in every row."""

BYTE, LARGEST = 100, 2**31 - 100
"""The largest numbers of a byte and of a long integer in Stata."""
NAME = 129
"""Bytes of a name in a characteristic."""
DAYS = "%tdCCYY-NN-DD"


def write(path: Path, title: str, variables: Mapping[str, Variable], rows: int) -> None:
    """Write variables by name, their labels in both languages, that which is spoken in use."""
    language = spoken()
    series = {name: _series(one) for name, one in variables.items()}
    long = [name for name, one in series.items() if one.dtype == object and _width(one) > LONG]
    File(
        path, pandas.DataFrame(series, index=range(rows)), variables, language,
        write_index=False, convert_strl=long, data_label=label(title), version=118,
        variable_labels={name: label(one.said.say(language)) for name, one in variables.items()},
    ).write_file()  # fmt: skip


class File(stata.StataWriterUTF8):  # type: ignore[misc]
    """The writer of pandas, with days, shared sets of labels and a second language."""

    def __init__(
        self, path: Path, frame: Any, variables: Mapping[str, Variable], language: str, **more: Any
    ) -> None:
        self._variables, self._language = variables, language
        super().__init__(path, frame, **more)

    def _prepare_pandas(self, data: Any) -> None:
        super()._prepare_pandas(data)
        for number, one in enumerate(self._variables.values()):
            if one.column.kind == "date":
                self.fmtlist[number] = DAYS
        sets = {one.labels.name: one.labels for one in self._variables.values() if one.labels}
        self._value_labels = [
            stata.StataNonCatValueLabel(
                f"{name}_{language}", {n: words.say(language) for n, words in one.words.items()}, "utf-8"
            )
            for name, one in sorted(sets.items()) for language in LANGUAGES
        ]  # fmt: skip

    def _write_value_label_names(self) -> None:
        self._update_map("value_label_names")
        own = [_set(one, self._language) for one in self._variables.values()]
        self._write_bytes(self._tag(b"".join(map(_padded, own)), "value_label_names"))

    def _write_characteristics(self) -> None:
        self._update_map("characteristics")
        told = b"".join(
            self._tag(self._one(of, name, text), "ch") for of, name, text in self._told()
        )
        self._write_bytes(self._tag(told, "characteristics"))

    def _told(self) -> Iterator[tuple[str, str, str]]:
        yield "_dta", "_lang_list", " ".join(LANGUAGES)
        yield "_dta", "_lang_c", self._language
        for other in (one for one in LANGUAGES if one != self._language):
            yield "_dta", f"_lang_v_{other}", self._data_label
            for name, one in self._variables.items():
                yield name, f"_lang_v_{other}", label(one.said.say(other))
                if one.labels:
                    yield name, f"_lang_l_{other}", _set(one, other)

    def _one(self, of: str, name: str, text: str) -> bytes:
        content = _padded(of) + _padded(name) + text.encode() + b"\0"
        return struct.pack(f"{self._byteorder}I", len(content)) + content


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
