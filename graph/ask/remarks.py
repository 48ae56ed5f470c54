"""Remarks of the data (notes of groups, seats and bodies, events) in Chinese: most are written in English.

The texts stand in remarks.yaml: whole, or as patterns of the reasons that the readers of files give by rule.
What it does not cover is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from graph.core.words import NOTHING, Words

TABLE = Path(__file__).with_name("remarks.yaml")


def remark(text: str | None) -> Words:
    """A remark in both languages: whole, else part by part (`; `); a part without Chinese stays as it is."""
    if not text:
        return NOTHING
    if whole := _chinese(text):
        return Words(text, whole)
    parts = text.split("; ")
    told = [_chinese(part) for part in parts]
    if not any(told):
        return Words.same(text)
    return Words(text, "；".join(zh or part for zh, part in zip(told, parts, strict=True)))


def _chinese(text: str) -> str | None:
    texts, patterns = _table()
    if text in texts:
        return texts[text]
    for pattern, chinese in patterns:
        if found := pattern.fullmatch(text):
            return found.expand(chinese)
    return None


@cache
def _table() -> tuple[Mapping[str, str], Sequence[tuple[re.Pattern[str], str]]]:
    read = YAML(typ="safe").load(TABLE.read_text(encoding="utf-8"))
    patterns = [(re.compile(pattern), chinese) for pattern, chinese in read["patterns"].items()]
    return read["texts"], patterns
