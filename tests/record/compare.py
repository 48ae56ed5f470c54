"""Tells how two recordings differ: by query and question the rows only in one, and what changed in others.

The file of aliases is YAML; each table maps a name of A to that of B. A column that is null is left out on
both sides, values are texts anywhere in rows and arguments; the order of rows is not compared then:

    queries: {command_ties: ties_of_command}
    parameters: {seen_within: window}
    columns: {n_units: members, remarks: null}
    values: {STRONG: strong, "group:old": "group:new"}
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

NEAR = 300
"""So many differing rows of one question are paired by likeness alone, more by their first column too."""
Answer = dict[str, Any]
Key = tuple[str, str]


def compare(files: Sequence[Path], aliases: Path | None, most: int) -> int:
    """Print all differences, `most` of a query with their rows; return 1 if there are any."""
    told = (YAML(typ="safe").load(aliases) or {}) if aliases else {}
    left_out = {c: None for c, other in (told.get("columns") or {}).items() if other is None}
    (head_a, before), (head_b, after) = read(files[0], told), read(files[1], {"columns": left_out})
    print(f"A {head_a['commit'][:12]}  B {head_b['commit'][:12]}")
    differ = _graphs(head_a["graph"], head_b["graph"])
    for held, head in ((before, head_b), (after, head_a)):
        for key in [key for key in held if head.get("only") and key[0] not in head["only"]]:
            del held[key]
    for side, only in (("A", before.keys() - after.keys()), ("B", after.keys() - before.keys())):
        for name, count in sorted(Counter(query for query, _ in only).items()):
            print(f"only in {side}: {name}, {count} questions")
            differ = True
    if head_b["unasked"]:
        print("queries of B that nothing asks:", ", ".join(head_b["unasked"]))
    for one in [*before.values(), *after.values()] if told else ():
        one["order"] = None
    changed: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(before.keys() & after.keys()):
        if before[key] != after[key]:
            changed[key[0]].append(key)
    for name, keys in changed.items():
        _query(name, [(given, before[name, given], after[name, given]) for _, given in keys], most)
    number = sum(map(len, changed.values()))
    print(
        f"{len(before.keys() & after.keys()) - number} questions are answered alike, {number} not."
    )
    return int(differ or bool(changed))


def read(file: Path, told: Mapping[str, Any]) -> tuple[dict[str, Any], dict[Key, Answer]]:
    """The head of a recording and its answers by query and arguments, under the names that B uses."""
    queries, parameters, columns, values = (
        told.get(of) or {} for of in ("queries", "parameters", "columns", "values")
    )
    found: dict[Key, Answer] = {}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        head: dict[str, Any] = json.loads(next(lines))
        for text in lines:
            one = json.loads(text)
            given = _renamed(one["given"], values, parameters)
            if columns or values:
                rows = _renamed(one["rows"], values, columns)
                one["rows"] = sorted(
                    ({c: v for c, v in row.items() if c} for row in rows), key=line
                )
            name = queries.get(one["query"], one["query"])
            found[name, line(given)] = {k: one.get(k) for k in ("rows", "order", "error")}
    return head, found


def _renamed(value: Any, values: Mapping[str, str], keys: Mapping[str, Any]) -> Any:
    """A value with other keys and texts; a key that is null stands for what is left out."""
    if isinstance(value, dict):
        return {keys.get(k, values.get(k, k)): _renamed(v, values, {}) for k, v in value.items()}
    if isinstance(value, list):
        return [_renamed(one, values, keys) for one in value]
    return values.get(value, value) if isinstance(value, str) else value


def _query(name: str, asked: Sequence[tuple[str, Answer, Answer]], most: int) -> None:
    """Print how the answers of one query differ."""
    counts: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    shown: list[str] = []
    for given, a, b in asked:
        gone, new, pairs = paired(a["rows"], b["rows"])
        lines = [f"    - {line(row)}" for row in gone] + [f"    + {line(row)}" for row in new]
        for row, other in pairs:
            named = [c for c in {**row, **other} if row.get(c, ...) != other.get(c, ...)]
            columns.update(named)
            lines.append(f"    ~ {line({c: v for c, v in row.items() if c not in named})[:200]}")
            lines += [f"      {c}: {line(row.get(c))} -> {line(other.get(c))}" for c in named]
        if a["error"] != b["error"]:
            lines.append(f"    error: {a['error']} -> {b['error']}")
        counts.update({"A": len(gone), "B": len(new), "~": len(pairs), "order": not lines})
        shown += (
            ["\n".join([f"  {given}", *(one[:600] for one in lines[: 4 * most])])] if lines else []
        )
    print(
        f"\n{name}: {len(asked)} questions; rows only in A {counts['A']}, only in B {counts['B']},"
    )
    print(
        f"  changed {counts['~']}; {counts['order']} questions have the same rows in another order"
    )
    if columns:
        print("  columns:", ", ".join(f"{c} {n}" for c, n in columns.most_common()))
    print("\n".join(shown[:most]))


def paired(
    a: Sequence[Answer], b: Sequence[Answer]
) -> tuple[list[Answer], list[Answer], list[tuple[Answer, Answer]]]:
    """Rows only in a, rows only in b, and pairs of which half the columns and more agree."""
    left, right = Counter(map(line, a)), Counter(map(line, b))
    gone = [json.loads(one) for one in sorted((left - right).elements())]
    new = [json.loads(one) for one in sorted((right - left).elements())]
    near = max(len(gone), len(new)) <= NEAR
    at: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(new):
        at["" if near else _first(other)].append(j)
    alike = sorted(
        (-same, i, j)
        for i, row in enumerate(gone)
        for j in at["" if near else _first(row)]
        if 2 * (same := sum(row[c] == new[j].get(c, ...) for c in row)) >= len(row)
    )
    of: dict[int, int] = {}
    for _, i, j in alike:
        if i not in of and j not in of.values():
            of[i] = j
    only_b = [row for j, row in enumerate(new) if j not in of.values()]
    return (
        [row for i, row in enumerate(gone) if i not in of],
        only_b,
        [(gone[i], new[j]) for i, j in of.items()],
    )


def _first(row: Answer) -> str:
    """What a row is about, roughly: its uid, else its first column."""
    return line(row.get("uid", next(iter(row.values()), None)))


def _graphs(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Tell by label or type of tie, and by property, where two graphs differ."""
    named = {(kind, name) for graph in (a, b) for kind in graph for name in graph[kind]}
    differ = [
        f"graph: {kind}.{name}: {one[0]} -> {other[0]}" + ", other values" * (one[0] == other[0])
        for kind, name in sorted(named)
        if (one := a.get(kind, {}).get(name, [0])) != (other := b.get(kind, {}).get(name, [0]))
    ]
    print("\n".join(differ) or "graph: the same")
    return bool(differ)


def line(value: Any) -> str:
    """A value as one line of JSON, its keys in order, days as texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
