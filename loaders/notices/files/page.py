"""Saved web pages (html, mhtml): the lines of the main text, tables as tables, without what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from graph.core.errors import Refused
from graph.core.words import Words
from loaders.files.decoding import decoded, head
from loaders.notices.files.blocks import Block, blocks_of, keep_lines
from loaders.notices.files.refusals import damaged
from loaders.notices.words.text import closed

MAX_PAGE = 5_000_000
"""Characters of a page with its marks; a long notice of a government site has some 200,000."""

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_MHTML = re.compile(r"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart/related", re.I)
_ABOUT = re.compile(
    "发布时间|发布日期|来源：|字体：|浏览次数|点击数|当前位置|打印本页|版权所有|ICP备|主办单位：|承办："
)
"""Words of what surrounds a text."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(big5[\w-]*|utf-?8|gb\w+)", re.IGNORECASE)


_NO_NOTICE = Words(
    f"A page of more than {MAX_PAGE:,} characters, or with NUL bytes in it, is no notice. Cut it out.",
    f"超过 {MAX_PAGE:,} 个字符或含有 NUL 字节的网页不会是通知。请截取所需部分。",
)
_TOO_DEEP = Words(
    "Its marks are nested deeper than those of any page. Cut the notice out.",
    "其标记的嵌套层数超出任何网页。请截取通知部分。",
)
_NO_PAGE = Words(
    "It holds no page. Save it anew, as a whole page or as HTML.",
    "其中没有网页。请重新保存为完整网页或 HTML。",
)


def is_page(path: Path, raw: bytes) -> bool:
    """Whether a file is a saved page: by its first words, or by its name where it holds marks."""
    start = head(raw[:4096])
    named = path.suffix.lower() in (".html", ".htm", ".mhtml", ".mht")
    return bool(_PAGE.match(start) or _MHTML.match(start)) or (named and "<" in start)


def page_lines(raw: bytes) -> list[str]:
    """The lines of the main text; raises Refused for a page without any, or far too large a one."""
    import lxml.html

    text = _marked(raw)
    if len(text) > MAX_PAGE or "\0" in text:
        raise Refused(_NO_NOTICE)
    parser = lxml.html.HTMLParser()
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text), parser=parser)
        keep_lines(tree)
    except (ValueError, lxml.etree.LxmlError) as error:
        raise damaged(Words("a page", "网页"), error) from None
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise Refused(_TOO_DEEP)
    return [block.text for block in _main(list(blocks_of(tree)), _titles(tree))]


def _marked(raw: bytes) -> str:
    """The page with its marks, of a page in an envelope (mhtml) the first part that is a page."""
    if _MHTML.match(head(raw[:4096])):
        parts = message_from_bytes(raw, policy=policy.default).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        if page is None:
            raise Refused(_NO_PAGE)
        raw = bytes(page.get_payload(decode=True))
        charset = page.get_content_charset("").encode()
        raw = b"<!-- charset=%s -->" % charset + raw if charset.startswith(b"big5") else raw
    declared = _CHARSET.search(raw[:4096])
    if declared and declared[1].lower().startswith(b"big5"):
        return raw.decode("big5hkscs", "replace")
    return decoded(raw)[0]


def _titles(tree: Any) -> set[str]:
    """What the page says its title is, each way."""
    told = tree.xpath(
        "//title/text() | //meta[@name='ArticleTitle' or @property='og:title']/@content"
    )
    return {closed(part) for one in told for part in (one, *re.split(r"[_|]|--?", one))} - {""}


def _main(blocks: list[Block], titles: set[str]) -> list[Block]:
    """The blocks of the element that holds the main text, of body only the text, and the title above."""
    told = [_weight(block, titles) for block in blocks]
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


def _weight(block: Block, titles: set[str]) -> int:
    """Characters of a block that can be of the main text: no title, no links, nothing about the page."""
    plain = closed(block.text)
    other = len(plain) < 4 or plain in titles or _ABOUT.search(plain) or _leads_away(block)
    return 0 if other else len(plain)


def _around(block: Block) -> list[Any]:
    """The element of a block and those around it, from within."""
    return [block.element, *block.element.iterancestors()]


def _leads_away(block: Block) -> bool:
    """Whether a block is a heading or nothing but links, as below a text: see also."""
    linked = "".join(text for link in block.element.iter("a") for text in link.itertext())
    return block.element.tag in ("h1", "h2", "h3", "h4") or closed(linked) == closed(block.text)


def _densest(told: Sequence[int], blocks: Sequence[Block]) -> tuple[int, int]:
    """The first and last of the run that holds most main text and least else."""
    best, begin, total, bounds = 0, 0, 0, (0, len(told) - 1)
    for i, weight in enumerate(told):
        if total <= 0:
            begin, total = i, 0
        total += weight or -len(closed(blocks[i].text))
        if total > best:
            best, bounds = total, (begin, i)
    return bounds
