"""A field for a statement of one's own, with its answer or what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from graph.catalogue import Result
from graph.connection.mistakes import LABELS, TYPES
from graph.core.properties import PROPERTIES
from graph.core.words import Words
from web.pages.around import Around
from web.pages.render import render

TITLE = Words("Ask in Cypher", "用 Cypher 提问")
NAMES = json.dumps(
    {"class": LABELS, "type": TYPES, "property": sorted(PROPERTIES)}, ensure_ascii=False
)
"""What the editor completes: labels, types of ties, properties."""


def cypher_page(statement: str, rows: Result | None, around: Around, error: str = "") -> str:
    """Return the page of a statement; `rows` None where it was not asked or is wrong."""
    return render(
        "cypher.html", around, title=around.told(TITLE), statement=statement, rows=rows, error=error,
        names=NAMES,
    )  # fmt: skip


def plan_part(notes: Sequence[Words], around: Around, error: str = "") -> str:
    """Return the part of the page that tells, while a statement is typed, what would come of it."""
    return render("plan.html", around, notes=notes, error=error)
