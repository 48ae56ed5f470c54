"""The list of pages: one row a page, with type, gap and line coverage where it has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.core.words import Words
from visualize.page.network import environment, write_text
from visualize.page.safety import LANGUAGE, dressed, page_link
from visualize.picture import words


@dataclass(frozen=True)
class IndexEntry:
    """One page of the list.

    `link` is the page's path relative to the index, as a file name and not yet as an address.
    `type`, `gap` (ordinal steps) and `lc` (line coverage, 0 to 1) are None where the page has none
    or it is not known; `sentence` says what the page shows and why.
    """

    title: Words
    type: Words | None
    gap: int | None
    lc: float | None
    link: str
    sentence: Words


def index_page(title: Words, entries: Sequence[IndexEntry]) -> str:
    """Return the list as HTML text, self-contained like every page; rows in the order given."""
    rows = [(entry, page_link(entry.link)) for entry in entries]
    return list_page("index.html", [], title=title, rows=rows)


def list_page(template: str, scripts: Sequence[str], **content: object) -> str:
    """A list made of a template and its own scripts, under the policy and in the style of every list."""
    page = environment().get_template(template)
    dress = dressed((*LANGUAGE, *scripts), "page.css")
    return page.render(words=words, coverage=coverage, **dress, **content)


def write_index(title: Words, entries: Sequence[IndexEntry], path: Path) -> None:
    """Write the list to `path` as UTF-8 whatever the locale; raises OSError."""
    write_text(path, index_page(title, entries))


def coverage(value: float | None) -> str:
    """Line coverage with at most two decimals, "–" where there is none."""
    return "–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
