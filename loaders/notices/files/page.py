"""Saved web pages (html, mhtml): the lines of the main text, tables as tables, without what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from graph.core.errors import InputError, Refused
from loaders.files.decoding import decoded, head
from loaders.notices.files.grid import MAX_CELLS, MAX_SPAN, Cell, Grid
from loaders.notices.words.text import closed

MAX_PAGE = 5_000_000
"""Characters of a page with its marks; a long notice of a government site has some 200,000."""

LAYOUT = 150
"""Characters of a cell above which a table lays out a page."""

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_MHTML = re.compile(r"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart/related", re.I)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(big5[\w-]*|utf-?8|gb\w+)", re.IGNORECASE)
_LEFT_OUT = re.compile(
    "script|style|noscript|template|svg|rt|rp|head|nav|footer|iframe|button|select|textarea|object|canvas"
    "|audio|video|input"
)
_BLOCKS = re.compile(
    "p|div|br|li|h[1-6r]|section|article|main|header|aside|d[dtl]|ul|ol|blockquote|pre|center|figure|table"
    "|figcaption|t(?:body|head|foot|r|d|h)|caption|body|form|fieldset|address|details|summary"
)
_OF_SITE = frozenset(
    ["foot", "footer", "nav", "menu", "share", "copyright", "breadcrumb", "sidebar"]
)
"""Names that sites give to what surrounds a text."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_END = "\u2028"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
"""A line end of the source between Chinese characters: nothing, as a browser shows it."""


@dataclass(frozen=True)
class _Block:
    """A line of the page and the element that it stands in."""

    text: str
    element: Any


def is_page(path: Path, raw: bytes) -> bool:
    """Whether a file is a saved page: by its first words, or by its name where it holds marks."""
    start = head(raw[:4096])
    named = path.suffix.lower() in (".html", ".htm", ".mhtml", ".mht")
    return bool(_PAGE.match(start) or _MHTML.match(start)) or (named and "<" in start)


def page_lines(path: Path, raw: bytes, limit: int) -> list[str]:
    """The lines of the main text; raises InputError for a page without any, or far too large a one."""
    import lxml.html

    text = _marked(path, raw)
    if len(text) > MAX_PAGE:
        raise InputError(f"{path}: a page of {len(text):,} characters is no notice. Cut it out.")
    if "\0" in text:
        raise InputError(f"{path}: the page holds NUL bytes, as no text does. Save it anew.")
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (ValueError, lxml.etree.LxmlError) as error:
        what = type(error).__name__
        raise InputError(f"{path} is damaged: it cannot be read as a page ({what}).") from None
    _keep_lines(tree)
    blocks = _main(list(_blocks(tree)), text, _titles(tree))
    if sum(len(block.text) for block in blocks) > limit:
        raise InputError(f"{path}: more than {limit:,} characters; no notice is so long.")
    return [block.text for block in blocks]


def _marked(path: Path, raw: bytes) -> str:
    """The page with its marks, of a page in an envelope (mhtml) the first part that is a page."""
    if _MHTML.match(head(raw[:4096])):
        parts = message_from_bytes(raw, policy=policy.default).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        if page is None:
            raise InputError(f"{path} holds no page. Save it anew, as a whole page or as HTML.")
        raw = bytes(page.get_payload(decode=True))
        charset = page.get_content_charset("").encode()
        raw = b"<!-- charset=%s -->" % charset + raw if charset.startswith(b"big5") else raw
    declared = _CHARSET.search(raw[:4096])
    if declared and declared[1].lower().startswith(b"big5"):
        return raw.decode("big5hkscs", "replace")
    try:
        return decoded(raw)[0]
    except Refused as reason:
        raise Refused(reason.text, path, reason.line) from None


def _titles(tree: Any) -> set[str]:
    """What the page says its title is, each way."""
    told = tree.xpath(
        "//title/text() | //meta[@name='ArticleTitle' or @property='og:title']/@content"
    )
    return {closed(part) for one in told for part in (one, *re.split(r"[_|]|--?", one))} - {""}


def _main(blocks: list[_Block], text: str, titles: set[str]) -> list[_Block]:
    """The blocks of the element that holds the main text, of body only the text, and the title above."""
    from trafilatura import extract
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"].update({"MIN_EXTRACTED_SIZE": "20", "MIN_OUTPUT_SIZE": "1"})
    main = extract(text, favor_recall=True, include_comments=False, config=config) or ""
    whole = re.sub(r"[\s|]", "", main)
    told = [
        len(plain) if len(plain := closed(b.text)) > 3 and plain in whole else 0 for b in blocks
    ]
    if not blocks or sum(told) < 20:
        return blocks
    first, last = _densest(told, blocks)
    around = [_around(blocks[i]) for i in range(first, last + 1) if told[i]]
    common = [one for one in around[0] if all(one in others for others in around)]
    held = next(
        found
        for element in common
        if len(found := [i for i, block in enumerate(blocks) if element in _around(block)]) > 2
        or element is common[-1]
    )
    if common[0].tag in ("body", "html"):
        held = [first, max(i for i, weight in enumerate(told) if weight)]
    first, last = held[0], held[-1]
    while last > first and _leads_away(blocks[last]):
        last -= 1
    headings = [i for i in range(first) if closed(blocks[i].text) in titles]
    return blocks[headings[-1] if headings else first : last + 1]


def _around(block: _Block) -> list[Any]:
    """The element of a block and those around it, from within."""
    return [block.element, *block.element.iterancestors()]


def _leads_away(block: _Block) -> bool:
    """Whether a block is a heading or nothing but links, as below a text: see also."""
    linked = "".join(text for link in block.element.iter("a") for text in link.itertext())
    return block.element.tag in ("h1", "h2", "h3", "h4") or closed(linked) == closed(block.text)


def _densest(told: Sequence[int], blocks: Sequence[_Block]) -> tuple[int, int]:
    """The first and last of the run that holds most main text and least else."""
    best, begin, total, bounds = 0, 0, 0, (0, len(told) - 1)
    for i, weight in enumerate(told):
        if total <= 0:
            begin, total = i, 0
        total += weight or -len(closed(blocks[i].text))
        if total > best:
            best, bounds = total, (begin, i)
    return bounds


def _blocks(tree: Any) -> Iterator[_Block]:
    """Lines and rows in the order of the page, each with the element that it ends in."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        table = element.tag == "table" and not _lays_out(element)
        skipped = event == "start" and element is not tree and _skipped(element)
        if event in ("start", "end") and _BLOCKS.fullmatch(element.tag):
            ended = element.getparent() if event == "start" else element
            yield from (_Block(text, ended) for text in _lines(parts))
            parts.clear()
        if event == "start" and table and not skipped:
            grid = Grid()
            yield from (_Block(line, element) for r in _rows(element) for line in grid.lines(r))
        if skipped or (event == "start" and table):
            walk.skip_subtree()
        elif event == "start":
            parts.append(element.text or "")
        if event != "start" and element is not tree:
            parts.append(element.tail or "")
    yield from (_Block(text, tree) for text in _lines(parts))


def _skipped(element: Any) -> bool:
    """Whether a browser shows nothing of it, or it belongs to the site and not to the page."""
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return bool(_LEFT_OUT.fullmatch(element.tag) or hidden or _OF_SITE.intersection(named))


def _lines(parts: Sequence[str]) -> Iterator[str]:
    """Words as a browser shows them: gaps of the source are single spaces, wide spaces stay."""
    for line in "".join(parts).split(_END):
        if text := re.sub(r"[ \t\r\n\f]+", " ", _BREAK.sub("", line)).strip(" "):
            yield text


def _keep_lines(tree: Any) -> None:
    """Mark the line ends that a browser shows as such: in pre."""
    for outer in tree.iter("pre"):
        for node in outer.iter():
            node.text = (node.text or "").replace("\n", _END)
            if node is not outer:
                node.tail = (node.tail or "").replace("\n", _END)


def _lays_out(table: Any) -> bool:
    """Whether a table lays out a page: it holds another, or one column, or paragraphs of text."""
    if any(inner is not table for inner in table.iter("table")):
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return True
    cells = (cell for row in rows for cell in row if len(cell) > 2)
    return any(len("".join(cell.itertext())) > LAYOUT for cell in cells)


def _rows(table: Any) -> Iterator[list[Cell]]:
    """The rows with cells that go on from above put in."""
    going: dict[int, tuple[int, int]] = {}
    cells = 0
    for row in table.iter("tr"):
        made: list[Cell] = []
        column = 0
        own = [cell for cell in row if cell.tag in ("td", "th")]
        while own or column in going:
            if column in going:
                rows, span = going.pop(column)
                cell = Cell((), span, goes_on=True)
            else:
                node = own.pop(0)
                rows, span = (
                    _number(node.get("rowspan")),
                    min(_number(node.get("colspan")), MAX_SPAN),
                )
                cell = Cell(tuple(block.text for block in _blocks(node)), span)
            if rows > 1:
                going[column] = (rows - 1, span)
            made.append(cell)
            column += span
            cells += span
        if cells > MAX_CELLS:
            return
        yield made


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and re.fullmatch(r"\d{1,5}", text) else 1
