"""A faulty entry without its faulty parts: what is valid is converted, what is not is reported.

A field that may be missing is left out; a seat, office or end whose needed field is faulty goes as a
whole; an entry without id or name cannot be kept. Nothing is put in its place but what the entry's own
name or code says (its kind, its level), and each step is a problem with file and line.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from graph.core.safe_text import is_web_address
from loaders.form.values import SourceKind
from loaders.gathered.form import GatheredGroup, StartPrecision
from loaders.units.names import kind_by_name, level_by_code

T = TypeVar("T", bound=BaseModel)
Path = tuple[str | int, ...]
MOST = 500
"""Faulty parts taken out of one entry before it is given up."""


def salvaged(row: Any, model: type[T]) -> T | None:
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


def _completed(row: dict[str, Any]) -> dict[str, Any]:
    """What an entry leaves out and its own name or code tells: its kind, its level; field `other`.

    A start without a valid precision is known by then, no more.
    """
    row["id"] = re.sub(r"\s+", "-", str(row.get("id") or row.get("name") or "").strip())
    force = row.get("in_force")
    if isinstance(force, dict) and force.get("precision") not in get_args(StartPrecision):
        force["precision"] = "by"
    row.setdefault("kind", kind_by_name(str(row.get("name") or "")) or "其他")
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
    if not is_web_address(str(row.get("url"))):
        row["url"] = None
    return row


def _without(row: dict[str, Any], detail: ErrorDetails) -> bool:
    """Take out the faulty value, or the part that misses one; False where that is the entry itself."""
    steps = _known(row, tuple(detail["loc"]))
    if not steps:
        return False
    node: Any = row
    for step in steps[:-1]:
        node = node[step]
    del node[steps[-1]]
    return True


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
