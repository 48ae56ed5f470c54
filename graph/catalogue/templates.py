"""Files that stand for several entries of the catalogue: one for each row of a table in graph/core/model.

`cypher/write/write_@tie.cypher` becomes `write_chairs` and its kin: in its name and its text `@tie`,
`@start` and so on are replaced by what the row says. Nothing that a user gives is ever put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Template

from graph.core.errors import CatalogueError
from graph.core.model import INDEXES, LABELS, TIES
from graph.core.words import Words

TABLES: Mapping[str, Sequence[Mapping[str, str]]] = {
    "label": [
        {"label": label, "variable": label.lower(), "things": things}
        for label, things in LABELS.items()
    ],
    "tie": [
        {"tie": tie, "type": tie.stored, "start": "|".join(ends.start), "end": ends.end,
         "meaning": ends.meaning.en}
        for tie, ends in TIES.items()
    ],
    "index": [
        {"index": name, "label": index.label, "variable": index.label.lower(),
         "property": index.property, "reason": index.reason}
        for name, index in INDEXES.items()
    ],
}  # fmt: skip
"""The rows by the word that follows `@` in the name of a file."""


class _Text(Template):
    """A text with `@name` where a value goes: `$name` is a parameter in Cypher."""

    delimiter = "@"


def expanded(path: Path, text: str) -> Iterator[tuple[str, str]]:
    """Name and text of each entry that a file stands for; most files are one.

    A file of its own goes before an entry of the template. Raises CatalogueError for an `@name` that
    the table does not have.
    """
    rows = TABLES.get(path.stem.partition("@")[2])
    if rows is None:
        yield path.stem, text
        return
    for row in rows:
        name = _Text(path.stem).substitute(row).lower()
        if not path.with_stem(name).exists():
            yield name, _filled(path, text, row)


def _filled(path: Path, text: str, row: Mapping[str, str]) -> str:
    filled = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            filled.append(_Text(line).substitute(row))
        except (KeyError, ValueError):
            known = ", ".join(f"@{name}" for name in row)
            raise CatalogueError(
                Words(
                    f"{path}:{number}: an '@' begins one of {known}.",
                    f"{path}:{number}：“@”之后须为：{known}。",
                )
            ) from None
    return "\n".join(filled)
