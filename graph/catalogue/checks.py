"""Whether the header of a query and its statement agree, as far as their text tells.

Each raises CatalogueError with file and line. What text cannot tell, such as a variable that a fragment
uses and does not take, the server tells in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.catalogue.header import Column, Header
from graph.core.errors import CatalogueError
from graph.core.statement import bare
from graph.core.words import Words

PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_ALIAS = re.compile(r"(?:.*\bAS\s+)?(?:`?(\w+)`?|(\*))\s*", re.DOTALL | re.IGNORECASE)
_INSIDE = re.compile(r"\([^][(){}]*\)|\[[^][(){}]*\]|\{[^][(){}]*\}")
_NEXT = re.compile(r"\b(?:ORDER\s+BY|SKIP|LIMIT|WHERE|MATCH|OPTIONAL|UNWIND|CALL)\b")
"""What may follow the names of a RETURN or a WITH."""


def check_parameters(parts: Sequence[Header]) -> None:
    """Every parameter that is used is declared, and every one that is declared is used."""
    declared = {p.name for part in parts for p in part.parameters}
    for part in parts:
        for number, line in enumerate(bare(part.body).splitlines(), part.lines["body"]):
            for name in sorted(set(PARAMETER.findall(line)) - declared):
                at = f"{part.path}:{number}"
                raise CatalogueError(
                    Words(
                        f"{at}: the statement uses ${name}, which no header declares.",
                        f"{at}：语句使用 ${name}，而文件头没有声明它。",
                    )
                )
    used = {name for part in parts for name in PARAMETER.findall(bare(part.body))}
    for part in parts:
        for p in part.parameters:
            if p.name not in used:
                at = f"{part.path}:{p.line}"
                raise CatalogueError(
                    Words(
                        f"{at}: the parameter {p.name} is declared, not used.",
                        f"{at}：声明了参数 {p.name}，却没有使用。",
                    )
                )


def columns_of(header: Header, shared: Sequence[Column] = ()) -> tuple[Column, ...]:
    """The columns in the order in which they are returned: of the header, else one of those `shared`."""
    returned = _names("RETURN", header.body)
    for column in header.columns:
        if column.name not in returned:
            raise CatalogueError(
                Words(
                    f"{header.path}:{column.line}: the column {column.name} is not returned.",
                    f"{header.path}:{column.line}：列 {column.name} 没有返回。",
                )
            )
    for name in header.shown:
        if name not in returned:
            at = f"{header.path}:{header.lines['shown']}"
            raise CatalogueError(
                Words(
                    f"{at}: the column {name} is shown, but not returned.",
                    f"{at}：要显示列 {name}，但没有返回它。",
                )
            )
    declared = {column.name: column for column in (*shared, *header.columns)}
    for name in returned:
        if name not in declared:
            at = f"{header.path}:{header.lines['body']}"
            raise CatalogueError(
                Words(
                    f"{at}: returns {name}, which its header does not declare.",
                    f"{at}：返回 {name}，而文件头没有声明它。",
                )
            )
    return tuple(declared[name] for name in returned)


def check_variables(parts: Sequence[Header]) -> None:
    """What a part takes is given before it and still there, and its statement names what it takes and gives.

    After a part that declares neither, what is there is not known until one keeps only what it names.
    """
    there: set[str] | None = set()
    for part in (part for part in parts if part.body):
        named = re.findall(r"\w+", bare(part.body))
        for field, names in (("takes", part.takes), ("gives", part.gives)):
            for name in names:
                at = f"{part.path}:{part.lines[field]}"
                if name not in named:
                    raise CatalogueError(
                        Words(
                            f"{at}: {field} {name}, which the statement does not name.",
                            f"{at}：{field} {name}，而语句中没有它。",
                        )
                    )
                if field == "takes" and there is not None and name not in there:
                    raise CatalogueError(
                        Words(
                            f"{at}: takes {name}, which no part before it gives.",
                            f"{at}：需要 {name}，而此前没有部分给出它。",
                        )
                    )
        there = _after(part, there)


def _after(part: Header, before: set[str] | None) -> set[str] | None:
    """The variables that are there after a part; None where its header does not tell."""
    if not part.takes and not part.gives:
        return None
    kept = _names("WITH", part.body)
    if kept and "*" not in kept:
        return {*kept, *part.gives}
    return None if before is None else {*before, *part.gives}


def _names(clause: str, body: str) -> tuple[str, ...]:
    """Names that the last WITH or RETURN of a statement gives, read from its text; `*` for all."""
    _, *clauses = re.split(
        rf"(?<!STARTS )(?<!ENDS )\b{clause}\b(?:\s+DISTINCT\b)?", _outermost(bare(body))
    )
    items = _NEXT.split(clauses[-1])[0].split(",") if clauses else ()
    found = (_ALIAS.fullmatch(item.strip()) for item in items)
    return tuple(match[1] or match[2] for match in found if match)


def _outermost(text: str) -> str:
    """The text without what stands in brackets: maps and subqueries have clauses of their own."""
    while (shorter := _INSIDE.sub("…", text)) != text:
        text = shorter
    return text
