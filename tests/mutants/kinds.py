"""What may be changed: of each kind all places in the tree, each with the text that stands there then."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path


@dataclass(frozen=True)
class Mutant:
    """One change: in this file the characters from `start` to `end` become `text`."""

    kind: str
    file: str
    start: int
    end: int
    text: str
    name: str = ""

    def of(self, source: str) -> str:
        """The file with the change in it."""
        return source[: self.start] + self.text + source[self.end :]

    def diff(self, source: str) -> str:
        """The lines that change."""
        old, new = source.splitlines(), self.of(source).splitlines()
        lines = list(unified_diff(old, new, lineterm="", n=0))[2:]
        return "\n".join(line[:300] for line in lines)


Changes = Iterator[tuple[int, int, str]]
OTHER = {"<=": "<", "<": "<=", ">": ">=", ">=": ">", "=": "<>", "<>": "=", "==": "!=", "!=": "=="}
ROLES = (
    ("'chair'", "'deputy_chair'"), ("'HEAD'", "'DEPUTY_HEAD'"), ("'OWN'", "'LINE'"),
    ("'PEER'", "'OUTRANKED'"), ("'rotating'", "'collective'"), ("'superior'", "'members'"),
    ("startNode(", "endNode("), (":CHAIRS", ":DEPUTY_CHAIRS"),
)  # fmt: skip


def cypher(text: str, pattern: str, put: Callable[[re.Match[str]], str | None]) -> Changes:
    """Changes of a pattern in the statement of a query that reads, not in its header."""
    for found in re.finditer(pattern, text, re.MULTILINE):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
        new = put(found)
        if "//" not in line and new is not None and "\n// access:" not in text:
            yield found.start(), found.end(), new


def comparison(text: str) -> Changes:
    """A comparison that lets its bound in or out, or asks for the other."""
    yield from cypher(text, r" (<=|>=|<>|<|>|=) (?!.*valid_)", lambda m: f" {OTHER[m[1]]} ")


def bound(text: str) -> Changes:
    """A first day that is out, a last day that is in, an end that is not asked for."""
    chain = r"(\S+) <= (\S+) < (\S+)"
    yield from cypher(text, chain, lambda m: f"{m[1]} <= {m[2]} <= {m[3]}")
    yield from cypher(text, chain, lambda m: f"{m[1]} < {m[2]} < {m[3]}")
    whole = chain.replace(r"< (\S+)", r"< ([\w.]+)")
    yield from cypher(text, whole, lambda m: f"{m[1]} <= {m[2]}")


def condition(text: str) -> Changes:
    """A condition that is gone."""
    yield from cypher(text, r"^ +AND (.+)\n", lambda m: "" if _whole(m[1]) else None)
    yield from cypher(
        text, r"\bWHERE (.+)$(?!\n +OR)", lambda m: "WHERE true" if _whole(m[1]) else None
    )


def default(text: str) -> Changes:
    """Another default of a parameter."""
    others = {
        "true": "false", "false": "true", "person": "seat", "auto": "all", "all": "auto", "level": "field",
        "5": "4", "10": "9", "2": "1", "2026-09-11": "2026-09-10",
    }  # fmt: skip
    for found in re.finditer(r"^// param \w+: \S+ = ([\w-]+)", text, re.MULTILINE):
        if found[1] in others and "\n// access:" not in text:
            yield *found.span(1), others[found[1]]


def swapped(text: str) -> Changes:
    """Two columns of one line that change places, or a role that is another."""
    pair = r"(?:(?<=RETURN )|(?<=, )|(?<=  ))([\w.]+) AS (\w+), ([\w.]+) AS (\w+)"
    yield from cypher(text, pair, lambda m: f"{m[3]} AS {m[2]}, {m[1]} AS {m[4]}")
    others = dict([*ROLES, *(pair[::-1] for pair in ROLES)])
    yield from cypher(
        text, f"(?:{'|'.join(map(re.escape, others))})(?!\\w)", lambda m: others[m[0]]
    )


def rank(text: str) -> Changes:
    """A rank one step lower or higher."""
    for found in re.finditer(r"(?:Rank\(|rank\w*: |RANK = |- |[<>]=? |rank -? ?)\b(\d+)\b", text):
        number = int(found[1])
        yield *found.span(1), str(number - 1 if number > 5 else number + 1)


def python(text: str) -> Changes:
    """A comparison of the program."""
    starts = [0]
    starts += [at + 1 for at, char in enumerate(text.encode()) if char == 10]
    raw = text.encode()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            start = starts[(node.left.end_lineno or 1) - 1] + (node.left.end_col_offset or 0)
            right = node.comparators[0]
            end = starts[right.lineno - 1] + right.col_offset
            sign = raw[start:end].decode()
            if sign.strip() in OTHER:
                yield (
                    len(raw[:start].decode()), len(raw[:end].decode()),
                    sign.replace(sign.strip(), OTHER[sign.strip()]),
                )  # fmt: skip


def escape(text: str) -> Changes:
    """A text that goes to a page as it is."""
    for found in re.finditer(r"(?<![\w.])escape\(", text):
        yield *found.span(), "str("
    for found in re.finditer(r"\{\{ ([\w.\[\]\"']+) \}\}", text):
        yield *found.span(), f"{{{{ {found[1]}|safe }}}}"


def translation(text: str) -> Changes:
    """Chinese or English of one text that is that of the next."""
    said = [
        [(found.start(n), found.end(n)) for n in (1, 2)]
        for found in re.finditer(r'\bWords\(\s*("[^"]*"),\s*("[^"]*"),?\s*\)', text)
    ]
    for one, other in pairwise(said):
        for language in (0, 1, 1):
            (start, end), (first, last) = one[language], other[language]
            if text[start:end] != text[first:last]:
                yield start, end, text[first:last]


QUERIES, PROGRAM = (
    ("cypher/**/*.cypher",),
    ("graph/**/*.py", "loaders/**/*.py", "visualize/**/*.py"),
)
PAGES = ("web/**/*.html", "visualize/**/*.html", "web/**/*.py", "visualize/**/*.py")
KINDS: Mapping[str, tuple[int, Callable[[str], Changes], Sequence[str]]] = {
    "comparison": (8, comparison, QUERIES),
    "bound": (8, bound, QUERIES),
    "condition": (8, condition, QUERIES),
    "default": (4, default, QUERIES),
    "swapped": (7, swapped, QUERIES),
    "rank": (3, rank, ("graph/offices/ranks.py",)),
    "python": (8, python, PROGRAM),
    "escape": (4, escape, PAGES),
    "translation": (10, translation, (*PROGRAM, "web/**/*.py")),
}
"""How many of sixty are drawn of each kind, how it changes a file, and in which files."""


def drawn(root: Path, seed: int, count: int) -> list[Mutant]:
    """Mutants of all kinds in their shares, of one kind no two in a file while there are others."""
    chance = random.Random(seed)
    chosen: list[Mutant] = []
    weights = [share for share, _, _ in KINDS.values()]
    kinds = [kind for kind, share in zip(KINDS, weights, strict=True) for _ in range(share)]
    chance.shuffle(kinds)
    for kind in (kinds * (count // len(kinds) + 1))[:count]:
        _, change, patterns = KINDS[kind]
        files = sorted({path for pattern in patterns for path in root.glob(pattern)})
        chance.shuffle(files)
        files.sort(
            key=lambda path: sum(one.kind == kind and root / one.file == path for one in chosen)
        )
        for path in files:
            if found := list(change(path.read_text(encoding="utf-8"))):
                chosen.append(Mutant(kind, str(path.relative_to(root)), *chance.choice(found)))
                break
    return chosen


def _whole(text: str) -> bool:
    """Whether a condition opens no bracket that it does not close, and no list of more of them."""
    depth = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if depth < 0:
            return False
    return depth == 0 and not text.endswith((",", "CASE"))
