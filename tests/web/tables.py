"""What stands in the tables of a page, as a reader sees it."""

from __future__ import annotations

from lxml import html


def table(text: str, name: str) -> tuple[list[str], list[list[str]]]:
    """Heads and rows of the table of an id; no row where the page has none of it."""
    found = html.fromstring(text).xpath(f"//table[@id='{name}']")
    if not found:
        return [], []
    heads = [_said(cell) for cell in found[0].xpath("./thead/tr/th")]
    rows = [
        [_said(cell) for cell in row.xpath("./th|./td")] for row in found[0].xpath("./tbody/tr")
    ]
    return heads, rows


def _said(cell: html.HtmlElement) -> str:
    return str(cell.text_content())
