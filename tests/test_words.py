"""Important words mean in Chinese what they mean in English: a reviewed table holds both, side by side."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from loaders.files.yaml import shipped_yaml
from loaders.tables.schema import column_words, table_words

ROOT = Path(__file__).resolve().parents[1]
REVIEWED = shipped_yaml(Path(__file__).with_suffix("").with_name("words.yaml"))


@pytest.mark.parametrize("table", REVIEWED["terms"])
def test_terms_are_those_reviewed(table: str) -> None:
    module, _, name = table.rpartition(".")
    held = getattr(import_module(module), name)
    reviewed = REVIEWED["terms"][table]
    assert {key: [held[key].en, held[key].zh] for key in reviewed} == reviewed


@pytest.mark.parametrize("table", REVIEWED["heads"])
def test_heads_of_tables_are_those_reviewed(table: str) -> None:
    zh, columns = REVIEWED["heads"][table]
    assert table_words(table).zh == zh
    assert {name: column_words(table, name).zh for name in columns} == columns


@pytest.mark.parametrize("file", REVIEWED["sentences"])
def test_sentences_are_those_reviewed(file: str) -> None:
    said = set(pairs(ROOT / file))
    assert [one for one in REVIEWED["sentences"][file] if tuple(one) not in said] == []


def pairs(path: Path) -> Iterator[tuple[str, ...]]:
    """The texts of a file in both languages, values in them as {}."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Words":
            yield tuple(text(one) for one in node.args)


def text(node: Any) -> str:
    """A text as it is written, a value in it as {}."""
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values
        )
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_the_table_is_written_in_both_languages() -> None:
    terms = [pair for table in REVIEWED["terms"].values() for pair in table.values()]
    told = [*terms, *(pair for pairs in REVIEWED["sentences"].values() for pair in pairs)]
    assert len(told) >= 120
    assert all(re.search(r"[一-鿿]", zh) and not re.search(r"[一-鿿]", en) for en, zh in told)
