"""What groups are for (领域): one vocabulary, with Chinese terms, for all files (`data/fields.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.core.words import Words
from loaders.files.problems import Problem, nearest
from loaders.files.yaml import shipped_yaml
from loaders.form.entries import GroupParts

FIELDS = Path(__file__).parents[1] / "data" / "fields.yaml"


@dataclass(frozen=True)
class GroupField:
    """A field: its name in the data, its Chinese term, what belongs to it, other spellings."""

    name: str
    zh: str
    en: str
    also: tuple[str, ...] = ()


@cache
def group_fields() -> Mapping[str, GroupField]:
    """The vocabulary by name, in the order of the file."""
    rows = shipped_yaml(FIELDS)["fields"]
    return {
        r["name"]: GroupField(r["name"], r["zh"], r["en"], tuple(r.get("also", ()))) for r in rows
    }


def canonical(name: str) -> str:
    """The name of the vocabulary for another spelling of it; an unknown one as it stands."""
    plain = name.strip().casefold().replace(" ", "_")
    for field in group_fields().values():
        spellings = (field.name, field.zh, *field.also)
        if plain in {one.casefold() for one in spellings} or plain.replace("-", "_") == field.name:
            return field.name
    return name


def unknown_fields(groups: Iterable[GroupParts]) -> Iterator[str]:
    """A warning for each group whose field is not in the vocabulary, with the nearest that is."""
    for parts in groups:
        field = parts.head.entry.field
        if field in group_fields():
            continue
        meant = canonical(field)
        like = (
            (meant,) if meant in group_fields() else nearest(field, list(group_fields()), limit=1)
        )
        told = Words(
            f"The field {field!r} is not in the list of fields (loaders/data/fields.yaml).",
            f"领域“{field}”不在领域表中（loaders/data/fields.yaml）。",
        )
        yield str(Problem(parts.head.at("field"), told, like))
