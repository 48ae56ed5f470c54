"""A page to check a reading by: the text on the left, the seats on the right, each tied to its words.

It is one HTML file without any script; what is tied is a link, so it works offline and in any browser.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path

from graph.core.terms import EXECUTIVE, ROLES, term
from graph.core.words import Words
from loaders.notices.model import Line, Notice, Seat
from loaders.notices.words.text import closed

_GAP = r"[\s\u200b-\u200f\ufeff*|｜]*"
NEAR = 9
"""Lines in which the words of a seat stand, from its line on."""

_ROLES = ROLES | {"executive_deputy": EXECUTIVE}
_STYLE = """
body { margin: 0; font: 15px/1.6 system-ui, sans-serif; color: #1d2733; background: #fff }
main { display: grid; grid-template-columns: 1fr 1fr; height: 100vh }
main > * { overflow: auto; padding: 1rem 1.4rem }
#text { background: #f6f7f9; border-right: 1px solid #c9d0d8 }
#text p { margin: 0; padding-left: 3.2em; text-indent: -3.2em; white-space: pre-wrap; min-height: 1.6em }
#text small { display: inline-block; width: 3em; text-indent: 0; color: #5b6672; user-select: none }
a { color: inherit } #text a { text-decoration: none; background: #cfe8d5 }
#text a.low { background: #ffe2ae } .doubt { background: #f9d6d2 }
table { border-collapse: collapse; width: 100% }
td { border-top: 1px solid #dde2e8; padding: .25em .5em .25em 0; vertical-align: top }
td:nth-child(3) { white-space: nowrap } tr.low { background: #fff4dd }
h2 { font-size: 1.1em; margin: 1.2em 0 .3em }
:target { outline: 3px solid #1f5fae } em { display: block; color: #7a4b00; font-style: normal }
@media (max-width: 700px) { main { grid-template-columns: 1fr; height: auto } }
"""
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"
)


@dataclass(frozen=True)
class _Tie:
    """Words of a seat: where they begin and end in the whole text, and which seat (1 is the first)."""

    start: int
    end: int
    number: int
    low: bool


def check_page(notice: Notice, lines: Sequence[Line], path: Path) -> str:
    """The page of a notice that was read from lines of `path`; ends with a line feed."""
    seats = [seat for group in notice.groups for seat in group.seats]
    low = sum(bool(seat.check) for seat in seats)
    told = _both(Words(
        f"{len(seats)} seats, {low} to check, {len(notice.not_understood)} lines not understood",
        f"{len(seats)} 个席位，{low} 个待核，{len(notice.not_understood)} 处未读懂",
    ))  # fmt: skip
    title = escape(path.name)
    return (
        '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>\n"
        f'<section id="text" tabindex="0" aria-label="{title}">'
        f"{text_tied(notice, lines)}</section>\n"
        f'<section tabindex="0"><h1>{title}</h1><p>{told}</p>{"".join(_groups(notice))}{_doubts(notice)}'
        "</section>\n</main></body></html>\n"
    )


def text_tied(notice: Notice, lines: Sequence[Line]) -> str:
    """The lines of a notice as HTML: each with its number, the words of the n-th seat a link to `#s{n}`.

    Words that begin a seat are named `w{n}`, the lines `l{number}`.
    """
    text = "\n".join(line.text for line in lines)
    seats = [seat for group in notice.groups for seat in group.seats]
    return "".join(_lines(notice, text, list(_ties(seats, text))))


def _both(words: Words) -> str:
    return f"{escape(words.en)} · {escape(words.zh)}"


def _ties(seats: Sequence[Seat], text: str) -> Iterator[_Tie]:
    """Where person and title of each seat stand, a body where it has neither; spaces in them as printed."""
    ends = [0, *(found.end() for found in re.finditer("^.*$", text, re.MULTILINE))]
    for number, seat in enumerate(seats, start=1):
        near = ends[min(seat.line + NEAR, len(ends) - 1)]
        for part in filter(None, (seat.person, seat.title or seat.unit)):
            words = _GAP.join(map(re.escape, closed(part)))
            if found := re.compile(words).search(text, ends[seat.line - 1], near):
                yield _Tie(*found.span(), number, bool(seat.check))


def _lines(notice: Notice, text: str, ties: Sequence[_Tie]) -> Iterator[str]:
    """The lines with their numbers, the words of seats as links to them."""
    doubts = {doubt.line for doubt in notice.not_understood}
    waiting = sorted(ties, key=lambda tie: tie.start, reverse=True)
    here: list[_Tie] = []
    told: set[int] = set()
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        here = [tie for tie in here if tie.end > start]
        while waiting and waiting[-1].start < end:
            here.append(waiting.pop())
        cuts = {at for tie in here for at in (tie.start, tie.end) if start < at < end}
        pieces = "".join(
            _piece(text[a:b], [tie for tie in here if tie.start <= a and b <= tie.end], told)
            for a, b in pairwise([start, *sorted(cuts), end])
        )
        name = ' class="doubt"' if number in doubts else ""
        yield f'<p id="l{number}"{name}><small>{number}</small>{pieces}</p>\n'
        start = end + 1


def _piece(words: str, ties: Sequence[_Tie], told: set[int]) -> str:
    """Words of the text; the first of a seat are where its link leads."""
    if not ties or not words:
        return escape(words)
    new = [tie.number for tie in ties if tie.number not in told]
    told.update(new)
    marks = "".join(f'<span id="w{number}"></span>' for number in new[1:])
    name = f' id="w{new[0]}"' if new else ""
    low = ' class="low"' if any(tie.low for tie in ties) else ""
    return f'{marks}<a href="#s{ties[0].number}"{name}{low}>{escape(words)}</a>'


def _groups(notice: Notice) -> Iterator[str]:
    number = 0
    for group in notice.groups:
        yield f"<h2>{escape(group.name or '?')}</h2><table>"
        for seat in group.seats:
            number += 1
            words = (escape(part or "") for part in (seat.person, seat.title, seat.unit))
            row = "</td><td>".join([_both(term(_ROLES, seat.role)), *words])
            check = f"<em>{_both(seat.check)}</em>" if seat.check else ""
            low = ' class="low"' if seat.check else ""
            yield (
                f'<tr id="s{number}"{low}><td><a href="#w{number}">{number}</a></td><td>{row}{check}</td>'
                f'<td><a href="#l{seat.line}">{seat.line}</a></td></tr>\n'
            )
        yield "</table>"


def _doubts(notice: Notice) -> str:
    rows = "".join(
        f'<tr><td><a href="#l{doubt.line}">{doubt.line}</a></td>'
        f"<td>{escape(doubt.text)}<em>{_both(doubt.why)}</em></td></tr>\n"
        for doubt in notice.not_understood
    )
    head = _both(Words("Not understood", "未读懂"))
    return f"<h2>{head}</h2><table>{rows}</table>" if rows else ""
