"""The shipped definitions of regions (区域): which divisions a name covers, by version, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.core.errors import InputError, UnknownName
from graph.core.words import Words

SHIPPED = Path(__file__).parent / "regions.yaml"


@dataclass(frozen=True, eq=False)
class Definition:
    """One version of a named region.

    `members`, `partly` and `without` are codes (GB/T 2260) with present names: whole divisions, those of
    which the document names parts only (they count as inside), and what it leaves out of a member; `later`
    are divisions that members were merged into. `valid_from` and `document` (official title) are None where
    no document says so. `checked`: whether the members were held against a second statement of them.
    `default`: whether the bare name means this version.
    """

    name: str
    name_en: str
    version: str
    default: bool
    valid_from: str | None
    document: str | None
    members: Mapping[str, str]
    partly: Mapping[str, str]
    without: Mapping[str, str]
    later: Mapping[str, str]
    approximate: bool
    checked: bool
    note: Words | None

    def row(self) -> dict[str, Any]:
        """Return plain values, for tables and JSON."""
        return {
            "name": self.name,
            "name_en": self.name_en,
            "version": self.version,
            "default": self.default,
            "valid_from": self.valid_from,
            "document": self.document,
            "n_members": len(self.members) + len(self.partly),
            "members": list(self.members.values()),
            "partly": list(self.partly.values()),
            "without": list(self.without.values()),
            "approximate": self.approximate,
            "checked": self.checked,
            "note": self.note.en if self.note else None,
            "note_zh": self.note.zh if self.note else None,
        }


@cache
def _shipped() -> dict[str, Any]:
    raw: dict[str, Any] = YAML(typ="safe").load(SHIPPED.read_text(encoding="utf-8"))
    return raw


@cache
def definitions() -> dict[str, dict[str, Definition]]:
    """Return the versions of each region by its name."""
    return {name: dict(_versions(name, one)) for name, one in _shipped().items()}


@cache
def _names() -> dict[str, str]:
    """Every name by which a region is asked for, and the one that it is listed under."""
    named = ((name, (name, one["en"], *one["also"])) for name, one in _shipped().items())
    return {key.casefold(): name for name, keys in named for key in keys}


def versions_of(text: str) -> dict[str, Definition] | None:
    """Return the versions of the region that a text names, in either language; None where it names none."""
    name = _names().get(text.strip().casefold())
    return definitions()[name] if name else None


def is_named(text: str) -> bool:
    """Tell whether a text means a region of several divisions: 长三角, 长三角@2010, 沪苏=上海市+江苏省."""
    return "=" in text or versions_of(text.partition("@")[0]) is not None


def listed(names: Sequence[str] = ()) -> list[Definition]:
    """Return every version of the regions named, of all without a name. Raises UnknownName."""
    asked = [_versions_named(name) for name in names] if names else definitions().values()
    return [one for versions in asked for one in versions.values()]


def _versions_named(text: str) -> dict[str, Definition]:
    versions = versions_of(text)
    if versions is None:
        raise UnknownName(Words("region", "区域"), text, list(definitions()))
    return versions


def version_of(versions: Mapping[str, Definition], asked: str | None) -> Definition:
    """Return the version asked for, without one the default. Raises InputError that lists them."""
    if asked is None:
        return next(one for one in versions.values() if one.default)
    if asked in versions:
        return versions[asked]
    name = next(iter(versions.values())).name
    raise InputError(
        Words(
            f"{name} has no version {asked!r}. Choose {', '.join(versions)}; for the region on a"
            " day write the"
            f" whole day, {name}@{asked}-12-31 (lsgraph regions lists all).",
            f"{name} 没有“{asked}”版本。请选 {'、'.join(versions)}；要某日的该区域，请写完整日期 "
            f"{name}@{asked}-12-31（lsgraph regions 列出全部）。",
        )
    )


def _versions(name: str, raw: Mapping[str, Any]) -> Iterator[tuple[str, Definition]]:
    for version, one in raw["versions"].items():
        note = one.get("note")
        yield (
            version,
            Definition(
                name=name,
                name_en=raw["en"],
                version=version,
                default=version == raw["default"],
                valid_from=one["valid_from"],
                document=one["document"],
                members=_coded(one["members"]),
                partly=_coded(one.get("partly", ())),
                without=_coded(one.get("without", ())),
                later=_coded(one.get("later", ())),
                approximate=one.get("approximate", False),
                checked=one["checked"],
                note=Words(*note) if note else None,
            ),
        )


def _coded(texts: list[str]) -> dict[str, str]:
    return {code: name for code, _, name in (text.partition(" ") for text in texts)}
