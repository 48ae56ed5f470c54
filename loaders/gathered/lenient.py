"""A faulty entry without its faulty parts: what is valid is converted, what is not is told.

A field that may be missing is left out; a seat, office or end whose needed field is faulty goes as a
whole; an entry without id or name can not be kept. Nothing is put in its place but what the entry's own
name or code says (its kind, its level), and each step is a problem with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Container
from copy import deepcopy
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from loaders.form.schema import SourceKind
from loaders.gathered.form import (
    Ended,
    Founding,
    GatheredGroup,
    GatheredSeat,
    Office,
    Precision,
)
from loaders.units.names import kind_by_name, level_by_code

Path = tuple[str | int, ...]
Part = TypeVar("Part", GatheredSeat, Founding, Office, Ended)
MOST = 500
"""Faulty parts taken out of one entry before it is given up."""


def salvaged(row: Any, model: type[BaseModel]) -> BaseModel | None:
    """The entry without its faulty parts; None where what it needs is faulty itself."""
    if not isinstance(row, dict):
        return None
    rest = _completed(deepcopy(row)) if model is GatheredGroup else _as_source(deepcopy(row))
    for _ in range(MOST):
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            if not _without(rest, error.errors(include_url=False)[0]):
                return None
    return None


def sourced(group: GatheredGroup, known: Container[str]) -> GatheredGroup | None:
    """The entry with the sources that are there; None where none is, for then it says nothing.

    A seat whose sources are all unknown goes, and so does an office, an end or a founding act.
    """
    if group.sources and all(uid in known for uid in group.sources):
        return group
    seats = [kept for seat in group.seats if (kept := _with_known(seat, known)) is not None]
    update: dict[str, Any] = {"seats": tuple(seats)}
    for name in ("founding", "office", "ended"):
        part = getattr(group, name)
        update[name] = _with_known(part, known) if part is not None else None
    update["source"] = tuple(uid for uid in group.source or () if uid in known) or None
    found = group.model_copy(update=update)
    return found if found.sources else None


def _with_known(part: Part, known: Container[str]) -> Part | None:
    told = part.source
    if told is None:
        return part
    there = tuple(uid for uid in told if uid in known)
    return part.model_copy(update={"source": there}) if there else None


def _completed(row: dict[str, Any]) -> dict[str, Any]:
    """What an entry leaves out and its own name or code tells: its kind, its level; field `other`.

    A start without a valid precision is known by then, no more.
    """
    row["id"] = re.sub(r"\s+", "-", str(row.get("id") or row.get("name") or "").strip())
    force = row.get("in_force")
    if isinstance(force, dict) and force.get("precision") not in get_args(Precision):
        force["precision"] = "by"
    row.setdefault("kind", kind_by_name(str(row.get("name") or "")))
    row.setdefault("field", "other")
    place = row.get("place")
    code = str(place.get("code") or "") if isinstance(place, dict) else ""
    row.setdefault("level", level_by_code(code))
    for name in ("seats", "sources"):
        if row.get(name, ()) is None:
            del row[name]
    return row


def _as_source(row: dict[str, Any]) -> dict[str, Any]:
    """A source of no known kind counts as the weakest; without a title its address names it."""
    if row.get("kind") not in get_args(SourceKind):
        row["kind"] = "article"
    if not row.get("title") and row.get("url"):
        row["title"] = str(row["url"])
    return row


def _without(row: dict[str, Any], detail: ErrorDetails) -> bool:
    """Take the faulty part out; False where nothing is left to take out."""
    steps = _known(row, tuple(detail["loc"]))
    if detail["type"] == "missing":
        steps = steps[:-1] if len(steps) == len(detail["loc"]) else steps
        return _taken(row, _item(steps))
    needed = len(steps) == 1 and steps[0] in ("id", "name")
    if needed or not steps:
        return False
    optional = detail["type"] == "extra_forbidden" or not _required(steps)
    return _taken(row, steps if optional else _item(steps[:-1]))


_NEEDED = {"seats": ("role", "source"), "place": ("code", "name"), "in_force": ("from", "precision"),
           "office": ("at", "source"), "founding": ("source",)}  # fmt: skip


def _required(steps: Path) -> bool:
    """Whether the last step is a field that its part can not do without."""
    return len(steps) > 1 and steps[-1] in _NEEDED.get(str(steps[0]), ())


def _known(row: Any, steps: Path) -> Path:
    """The steps as far as they lead to something that the entry holds."""
    node, found = row, []
    for step in steps:
        inside = (isinstance(node, dict) and step in node) or (
            isinstance(node, list) and isinstance(step, int) and step < len(node)
        )
        if not inside:
            break
        found.append(step)
        node = node[step]
    return tuple(found)


def _item(steps: Path) -> Path:
    """The part that goes as a whole: a seat of the list, an office, an end."""
    return steps[:2] if len(steps) > 1 and isinstance(steps[1], int) else steps[:1]


def _taken(row: dict[str, Any], steps: Path) -> bool:
    if not steps:
        return False
    node: Any = row
    for step in steps[:-1]:
        node = node[step]
    del node[steps[-1]]
    return True
