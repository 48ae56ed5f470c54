"""Where the original of a copy stands, where the address of the copy tells it for certain.

A mirror that keeps the path of the site it copies names the original: /jrzg/2010-03/26/content_1565865.htm is
www.gov.cn's. A pattern counts only where it is one site's own, and the title or the day of the source agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit

from loaders.write.provenance import at_host, link

NUMBER = re.compile(r"[\u3400-\u9fff]{2,8}[〔\[（(]\d{4}[〕\]）)]\d+号")
"""A document number (文号): 国办发〔2018〕54号."""


class Source(Protocol):
    """What is asked of a source."""

    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def date(self) -> str | None: ...


@dataclass(frozen=True)
class Pattern:
    """A path of one site; `original` is made of its groups.

    `says` stands in the title of the source, if not empty; with `dated` the path bears its day.
    """

    path: re.Pattern[str]
    original: str
    says: str = ""
    dated: bool = False


def _pattern(path: str, original: str, says: str = "", dated: bool = False) -> Pattern:
    return Pattern(re.compile(path), original, says, dated)


GATE = _pattern(r"^/gate/big5/([^/]+\.[a-z]+/.+)$", r"http://\1")
"""What turns a page into traditional characters names the page itself."""
PATTERNS: Sequence[Pattern] = (
    _pattern(
        r"^/(?:govweb/)?((?:jrzg|gzdt|zwgk|xinwen|zhibo)/\d{4}-\d\d/\d\d/content_\d+\.htm)$",
        r"https://www.gov.cn/\1", dated=True,
    ),
    _pattern(r"^/(policies/\w+/\d{4}/\d\d/\d\d/content_2814\d{11}\.htm)$", r"http://english.www.gov.cn/\1"),
    _pattern(
        r"^/((?:\w+/){1,3}news/\d{4}/\d\d-\d\d/\d+\.shtml)$", r"https://www.chinanews.com.cn/\1", "中新网"
    ),
    _pattern(r"^/(\w+/\d{4}-\d\d/\d\d/c_\d{10}\.htm)$", r"http://www.xinhuanet.com/\1", "新华社"),
    _pattern(r"^/(n2/\d{4}/\d{4}/c\d+-\d+\.html)$", r"http://sc.people.com.cn/\1", "人民网四川"),
    _pattern(r"^/(newsDetail_forward_\d+)$", r"https://www.thepaper.cn/\1"),
)  # fmt: skip
_ARTICLE = re.compile(r"^/(?:wiki|zh|zh-\w+|articles|zh/articles|wiki/zh)/([^/?]+)$")
_WIKI_HOSTS = (
    "kfd.me",
    "oracleblog.org",
    "wiki.x.io",
    "wikizero.net",
    "wikiwand.com",
    "zh.m.wikipedia.org",
)
"""Hosts that copy Wikipedia whole."""


def addresses(sources: Mapping[str, Source]) -> dict[str, str]:
    """The address to which a reader may be sent, of every source that has one.

    That of the original, else where the source was read, if its host is listed (publishers.yaml), else
    that of the same act, by its number, on an official site.
    """
    found = {uid: at for uid, one in sources.items() if (at := _address(one))}
    acts = _acts((one, found[uid]) for uid, one in sources.items() if uid in found)
    for uid, one in sources.items():
        if uid not in found and one.kind.startswith("gov_doc") and (number := _number(one)):
            found |= {uid: acts[number]} if number in acts else {}
    return found


def _address(source: Source) -> str | None:
    rules = (
        _by_path((GATE,), source),
        source.url,
        _by_path(PATTERNS, source),
        _encyclopedia(source),
    )
    return next((at for one in rules if (at := link(one))), None)


def _by_path(patterns: Iterable[Pattern], source: Source) -> str | None:
    parts = urlsplit(source.url or "")
    path = parts.path
    for pattern in patterns:
        agrees = pattern.says in source.title and (not pattern.dated or _dated(path, source.date))
        if agrees and (match := pattern.path.match(path)):
            query = f"?{parts.query}" if pattern is GATE and parts.query else ""
            return match.expand(pattern.original) + query
    return None


def _dated(path: str, date: str | None) -> bool:
    """Whether the path bears the month of the source, at the latest the next."""
    told = re.search(r"/(\d{4})-(\d\d)/", path)
    months = re.match(r"(\d{4})-(\d\d)", date or "")
    if not told or not months:
        return False
    return 0 <= _months(told) - _months(months) <= 1


def _months(match: re.Match[str]) -> int:
    return int(match[1]) * 12 + int(match[2])


def _encyclopedia(source: Source) -> str | None:
    """An article of the Chinese Wikipedia, by its name; a name in Latin letters is another's."""
    parts = urlsplit(source.url or "")
    match = _ARTICLE.match(parts.path)
    copy = at_host(parts.hostname or "", _WIKI_HOSTS)
    if source.kind != "encyclopedia" or not match:
        return None
    name = unquote(match[1])
    if name.isascii() or not (copy or "维基百科" in source.title):
        return None
    return f"https://zh.wikipedia.org/wiki/{quote(name)}"


def _acts(found: Iterable[tuple[Source, str]]) -> dict[str, str]:
    """The official address of an act, by its number; of a number that two addresses bear the first."""
    return {
        number: at for one, at in reversed(list(found))
        if one.kind == "gov_doc" and (number := _number(one))
    }  # fmt: skip


def _number(source: Source) -> str | None:
    told = NUMBER.search(source.title)
    return re.sub(r"[\[（(]", "〔", re.sub(r"[\]）)]", "〕", told[0])) if told else None
