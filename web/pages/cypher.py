"""A field for a statement of one's own, with its answer or what is wrong with it."""

from __future__ import annotations

from graph.catalogue import Result
from graph.core.words import Words
from web.pages.around import Around
from web.pages.render import render

TITLE = Words("Ask in Cypher", "用 Cypher 提问")


def cypher_page(statement: str, rows: Result | None, around: Around, error: str = "") -> str:
    """Return the page of a statement; `rows` None where it was not asked or is wrong."""
    return render(
        "cypher.html", around, title=around.told(TITLE), statement=statement, rows=rows, error=error,
    )  # fmt: skip
