"""What is wrong with an entry, said to the scholar who wrote it, with the nearest right value."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from graph.core.words import Words
from loaders.files.problems import nearest

_NOUNS = {
    "source": "来源", "unit": "单位", "person": "任职者", "post": "职务", "tenure": "任期",
    "terms": "任期表", "document": "文件", "seat": "席位", "event": "事件", "claim": "主张", "note": "备注",
    "group": "小组", "addition": "补充条目", "decision": "认定", "correction": "更正",
}  # fmt: skip
_BY_TYPE = {
    "string_type": "应为文本", "string_too_short": "不能为空",
    "string_too_long": "过长，最多 {max_length} 个字符",
    "int_type": "应为整数", "int_parsing": "应为整数", "int_from_float": "应为整数",
    "int_parsing_size": "过大", "bool_type": "应为 true 或 false", "bool_parsing": "应为 true 或 false",
    "greater_than_equal": "应不小于 {ge}", "less_than_equal": "应不大于 {le}",
    "too_short": "至少应有 {min_length} 项", "too_long": "最多 {max_length} 项",
    "tuple_type": "应为列表", "list_type": "应为列表", "dict_type": "应为映射",
    "none_required": "应为空",
}  # fmt: skip
"""What pydantic finds wrong with a value, by its type of error; the fields are those of its context."""


def explained(detail: ErrorDetails, model: type[BaseModel]) -> tuple[Words, tuple[str, ...]]:
    """Text and suggestions for one fault that the form found in an entry of the model."""
    name = str(next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "entry"))
    wrong = detail.get("input")
    kind = detail["type"]
    if name == "source" and (kind in ("missing", "too_short") or wrong is None):
        return (
            Words(
                f"This {_noun(model).en} has no source: name one or more ids of `sources`,"
                " or load with --allow-unsourced.",
                f"该{_noun(model).zh}没有来源：请写出 sources 中的一个或几个 id，或用 "
                "--allow-unsourced 载入。",
            )
        ), ()
    if kind in ("model_type", "model_attributes_type"):
        return Words(
            f"A {_noun(model).en} is a mapping of fields; this is {wrong!r}.",
            f"{_noun(model).zh}应为字段的映射，此处是“{wrong}”。",
        ), ()
    if kind == "missing":
        return Words(f"The field `{name}` is missing.", f"缺少字段 {name}。"), ()
    if kind == "extra_forbidden":
        known = [info.alias or field_name for field_name, info in model.model_fields.items()]
        return Words(
            f"A {_noun(model).en} has no field {name!r}.", f"{_noun(model).zh}没有字段“{name}”。"
        ), _like(name, known)
    if kind in ("literal_error", "enum"):
        words = allowed(model, name)
        return Words(
            f"Unknown {name} {wrong!r}. Choose one of {', '.join(words)}.",
            f"{name} 的值“{wrong}”未知。可选：{'、'.join(words)}。",
        ), _like(wrong, words)
    if kind == "string_pattern_mismatch":
        return Words(
            f"{wrong!r} is not a uid of a {_noun(model).en}; see docs/data.md.",
            f"“{wrong}”不是{_noun(model).zh}的 uid；见 docs/data.md。",
        ), ()
    return _plain(detail, name, wrong)


def _plain(detail: ErrorDetails, name: str, wrong: object) -> tuple[Words, tuple[str, ...]]:
    told = detail.get("ctx", {})
    if "zh" in told:
        return Words(detail["msg"], str(told["zh"])), ()
    zh = _BY_TYPE.get(detail["type"], "不合要求").format(**told)
    return Words(f"`{name}`: {detail['msg']} (it is {wrong!r}).", f"{name} 的值“{wrong}”{zh}。"), ()


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


def _noun(model: type[BaseModel]) -> Words:
    noun = model.__name__.removesuffix("Entry").lower()
    return Words(noun, _NOUNS.get(noun, "条目"))


def where(detail: ErrorDetails) -> list[str | int]:
    """Report what is missing at the entry, and a wrong order of dates at the end."""
    steps: list[str | int] = list(detail["loc"])
    if detail["type"] == "order":
        return [*steps, "to"]
    return steps[:-1] if detail["type"] == "missing" else steps
