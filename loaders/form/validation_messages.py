"""What is wrong with an entry, said to the scholar who wrote it, with the nearest right value."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from loaders.files.problems import nearest


def explained(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, tuple[str, ...]]:
    """Text and suggestions for one fault that the form found in an entry of the model."""
    name = str(next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "entry"))
    wrong = detail.get("input")
    kind = detail["type"]
    if name == "source" and (kind in ("missing", "too_short") or wrong is None):
        return (
            f"This {_noun(model)} has no source: name one or more ids of `sources`,"
            " or load with --allow-unsourced."
        ), ()
    if kind in ("model_type", "model_attributes_type"):
        return f"A {_noun(model)} is a mapping of fields; this is {wrong!r}.", ()
    if kind == "missing":
        return f"The field `{name}` is missing.", ()
    if kind == "extra_forbidden":
        known = [info.alias or field_name for field_name, info in model.model_fields.items()]
        return f"A {_noun(model)} has no field {name!r}.", _like(name, known)
    if kind in ("literal_error", "enum"):
        words = allowed(model, name)
        told = f"Unknown {name} {wrong!r}. Choose one of {', '.join(words)}."
        return told, _like(wrong, words)
    if kind == "string_pattern_mismatch":
        return f"{wrong!r} is not a uid of a {_noun(model)}; see docs/data.md.", ()
    return _plain(detail, name, wrong)


def _plain(detail: ErrorDetails, name: str, wrong: object) -> tuple[str, tuple[str, ...]]:
    named = ("edtf", "order", "printable", "seat", "address", "terms", "decision", "event")
    own = detail["type"] in named
    return (detail["msg"] if own else f"`{name}`: {detail['msg']} (it is {wrong!r})."), ()


def allowed(model: type[BaseModel], name: str) -> list[str]:
    """The words of a closed list that a field takes; none of another field."""
    info = next(info for key, info in model.model_fields.items() if name in (key, info.alias))
    return _values(info.annotation)


def _values(annotation: Any) -> list[str]:
    if isinstance(annotation, type):
        return [str(member) for member in annotation] if issubclass(annotation, Enum) else []
    found: list[str] = []
    for part in get_args(annotation):
        found += [part] if isinstance(part, str) else _values(part)
    return found


def _like(wrong: object, right: Sequence[str]) -> tuple[str, ...]:
    return nearest(str(wrong), sorted(right), limit=1)


def _noun(model: type[BaseModel]) -> str:
    return model.__name__.removesuffix("Entry").lower()


def where(detail: ErrorDetails) -> list[str | int]:
    """Report what is missing at the entry, and a wrong order of dates at the end."""
    steps: list[str | int] = list(detail["loc"])
    if detail["type"] == "order":
        return [*steps, "to"]
    return steps[:-1] if detail["type"] == "missing" else steps
