"""The form of overlays (`lsgraph/overlay/1`): what shall have which value, by which source, and who says so.

docs/decisions/fields.md settles the names, docs/corrections.md has an example.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, ValidationError, model_validator

from graph.core.dates import Precision, start_bound
from graph.core.words import Words
from loaders.files.flow import value_text
from loaders.files.problems import Place, Problems, nearest
from loaders.files.yaml import YamlFile, read_yaml
from loaders.form import schema
from loaders.form.validation_messages import explained, where
from loaders.form.values import Address, Row, Start, Text, fault

FORM = "lsgraph/overlay/1"


def _day(text: str) -> str:
    if start_bound(text).precision is not Precision.DAY:
        raise fault("edtf", Words("Write one day: 2026-11-28.", "请写明一日：2026-11-28。"))
    return text


def _named(value: object) -> object:
    """An id alone names a source that the data has."""
    return {"id": value} if isinstance(value, str) else value


class SourceEntry(Row):
    """Where the new value was read: a source that the data has, by its id, or a new one by its title."""

    id: Text | None = None
    title: Text | None = None
    url: Address | None = None
    number: Text | None = None
    date: Start | None = None

    @model_validator(mode="after")
    def _is_one(self) -> SourceEntry:
        if (self.id is None) == (self.title is None):
            raise fault("overlay_source", _SOURCE)
        return self

    @property
    def uid(self) -> str:
        """The id; a new source has one made of all that is told of it, so that it is one source each time."""
        told = "|".join(text or "" for text in (self.title, self.url, self.number, self.date))
        return self.id or f"O{sha256(told.encode()).hexdigest()[:8]}"

    def entry(self, read: str) -> dict[str, object]:
        """A new source as group files have it, read on a day; a document number (文号) tells an act."""
        title = self.title or ""
        if self.number and self.number not in title:
            title = f"{title} {self.number}"
        host = urlsplit(self.url or "").hostname or ""
        kind = "gov_site" if host.endswith(".gov.cn") else "article"
        kind = "gov_doc" if self.number else kind
        return {"title": title, "url": self.url, "kind": kind, "date": self.date, "read": read}


_SOURCE = Words(
    "Say where the value was read: the id of a source of the data, or `title` and, where there are such,"
    " `url`, `number` and `date`.",
    "请写明该值见于何处：数据中已有来源的标识，或 title，以及（如有）url、number 与 date。",
)


class CorrectionEntry(Row):
    """One correction: the thing by uid, its property and the value it shall have, and who says so."""

    thing: Text
    property: Text
    value: Any
    source: Annotated[SourceEntry, BeforeValidator(_named)]
    who: Text
    when: Annotated[Start, AfterValidator(_day)]
    note: Text | None = None

    def text(self) -> str:
        """As an item of the list of an overlay, a line a field."""
        told = {name: getattr(self, name) for name in type(self).model_fields}
        told["source"] = self.source.id or self.source.model_dump(exclude_none=True)
        if self.note is None:
            del told["note"]
        return "- " + "\n  ".join(f"{name}: {value_text(value)}" for name, value in told.items())


@dataclass(frozen=True)
class Correction:
    """A correction and where it stands."""

    entry: CorrectionEntry
    file: YamlFile
    number: int

    def at(self, *steps: str) -> Place:
        """Place of the correction, or of a field in it."""
        return self.file.at("corrections", self.number, *steps)


def overlay_text(entries: Iterable[CorrectionEntry]) -> str:
    """An overlay as a file."""
    return "\n".join([f"form: {FORM}", "corrections:", *(one.text() for one in entries), ""])


def read_overlay(path: Path, problems: Problems) -> list[Correction]:
    """The corrections of a file; every fault is added to `problems`."""
    file = read_yaml(path, problems)
    if file is None:
        return []
    rows = file.tree.get("corrections")
    if file.tree.get("form") != FORM:
        told = Words(f"Begin the file with `form: {FORM}`.", f"文件应以 form: {FORM} 开头。")
        problems.add(file.at("form"), told)
        return []
    for name in file.tree.keys() - {"form", "corrections"}:
        told = Words(f"Unknown section {name!r}.", f"未知的节“{name}”。")
        problems.add(file.at(name), told, nearest(str(name), ["corrections"]))
    if not isinstance(rows, list) or not rows:
        told = Words("The file holds no list `corrections`.", "文件没有列表 corrections。")
        problems.add(file.at("corrections"), told)
        return []
    found = (_correction(file, number, row, problems) for number, row in enumerate(rows))
    return [one for one in found if one is not None]


def _correction(file: YamlFile, number: int, row: Any, problems: Problems) -> Correction | None:
    try:
        return Correction(CorrectionEntry.model_validate(row), file, number)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            inside = detail["loc"][:1] == ("source",) and len(detail["loc"]) > 1
            text, like = explained(detail, SourceEntry if inside else CorrectionEntry)
            if detail["loc"] == ("source",):
                text, like = _SOURCE, ()
            problems.add(file.at("corrections", number, *where(detail)), text, like)
        return None


def new_source(correction: Correction) -> schema.SourceEntry | None:
    """The source that a correction describes, as group files have it; None where it names one by id."""
    source = correction.entry.source
    if source.id is not None:
        return None
    return schema.SourceEntry.model_validate(source.entry(correction.entry.when))
