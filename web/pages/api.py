"""Program access as a page: how a program asks, and the address of each query."""

from __future__ import annotations

from collections.abc import Sequence

from graph.catalogue import Query
from graph.core.words import Words
from web.pages.around import Around
from web.pages.ask import title_of
from web.pages.render import render

TITLE = Words("Data access for programs", "供程序使用的数据接口")


def api_page(queries: Sequence[Query], base: str, around: Around) -> str:
    """Return the page; `base` is the address of the application."""
    return render(
        "api.html", around, title=around.told(TITLE), queries=queries, base=base,
        title_of=lambda query: title_of(query, around),
    )  # fmt: skip
