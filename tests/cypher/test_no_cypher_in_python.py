"""No Cypher lives in Python: no text of the program reads like a statement, docstrings apart."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("graph", "loaders", "visualize", "web", "cli", "bench", "tests")
CYPHER = re.compile(
    r"\b(?:MATCH|MERGE|UNWIND|DETACH DELETE|CREATE)\b\s*[(\[$]|\bRETURN\b.+\bAS\b",
    re.DOTALL,
)
EXAMPLES = (
    "tests/catalogue/test_loading.py",
    "tests/catalogue/test_templates.py",
    "tests/cypher/test_no_cypher_in_python.py",
    "tests/browser/attacks.py",
    "tests/export/test_earlier_script.py",
    "tests/faults/corpus/sound.py",
    "tests/faults/corpus/texts.py",
    "tests/mutants/kinds.py",
    "tests/web/test_bring_browser.py",
)
"""Where a statement stands to be refused, to be found, or to be typed into the editor of a page."""


def test_no_cypher_in_python() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text[:60]!r}"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, text in texts(ast.parse(path.read_text(encoding="utf-8")))
        if CYPHER.search(text) and path.relative_to(ROOT).as_posix() not in EXAMPLES
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "q = 'MATCH (n) DELETE n'",
        "run(f'UNWIND [{x}] AS y')",
        "a = ['RETURN 1 ' 'AS one']",
        "'''doc'''\nx = 'merge'\ndef f():\n    x = '''\n  CREATE\n  (n)'''",
        "g.run('MATCH $p')",
    ],
)
def test_the_scan_finds_a_statement(code: str) -> None:
    assert any(CYPHER.search(text) for _, text in texts(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["'''MATCH (n) in a docstring'''", "def f():\n    'RETURN a AS b'", "x = 'a match (1)'"]
)
def test_the_scan_passes_by_what_is_none(code: str) -> None:
    assert not any(CYPHER.search(text) for _, text in texts(ast.parse(code)))


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every text constant with its line, docstrings left out, f-strings joined."""
    docstrings = {id(d) for node in ast.walk(tree) if (d := _docstring(node)) is not None}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "1" for p in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [] if id(node) in docstrings else [(node.lineno, node.value)]


def _docstring(node: ast.AST) -> ast.Constant | None:
    holders = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    if not isinstance(node, holders) or not node.body:
        return None
    first = node.body[0]
    if not isinstance(first, ast.Expr) or not isinstance(first.value, ast.Constant):
        return None
    return first.value if isinstance(first.value.value, str) else None
