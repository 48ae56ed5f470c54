"""Printed pages (PDF, scans): pieces of lines in their order of reading, columns apart, paragraphs whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from loaders.notices.words.roles import split_labels
from loaders.notices.words.text import cleaned, only_a_day
from loaders.notices.words.titles import is_title

FEW = 4
"""Lines with something on both sides of a gap, from which the gap can part columns."""

LONG = 8
"""Characters of a line of a column that is printed as running text, at least."""

GAP, WIDE = 0.4, 1.8
"""Of a character: a gap that is a space, and one that parts pieces of a line."""

PICTURE = "\ufffc"
"""Begins the line that stands for a page without text but with a picture; its number follows."""

BLANK = 1.5
"""Of the usual step from line to line: one that is wider ends a paragraph."""

_OPENS = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])|[^，。；]{1,12}："
)


@dataclass(frozen=True)
class Piece:
    """A printed character, or words of a line without a wide gap in them, with left and right end.

    `size` is the height of the line, `top` its place from above.
    """

    text: str
    left: float
    right: float
    size: float
    top: float = 0.0


@dataclass(frozen=True)
class _Row:
    """A printed line; whether it reaches the right margin of its column; its place from above.

    `parted`: a wide gap stands in it, or it is a row of a table or a picture.
    """

    text: str
    full: bool
    top: float
    parted: bool = False


Printed = Sequence[Piece]
"""The pieces of a printed line, from the left."""


def pieces(signs: Sequence[Piece]) -> list[Piece]:
    """The characters of a line in pieces: a gap of two characters parts them, a smaller one is a space."""
    made: list[Piece] = []
    for sign in signs:
        last = made[-1] if made else None
        gap = sign.left - last.right if last else 0.0
        if last is None or (gap > WIDE * last.size and sign.text.strip()):
            made.append(sign)
            continue
        space = " " if gap > GAP * last.size and not (last.text + sign.text)[-2:].isspace() else ""
        right = sign.right if sign.text.strip() else last.right
        made[-1] = replace(last, text=last.text + space + sign.text, right=right)
    return [replace(piece, text=piece.text.strip()) for piece in made if piece.text.strip()]


def printed_lines(lines: Sequence[Printed]) -> list[str]:
    """The lines of a document in the order of reading, a paragraph that runs over several put together."""
    rows = [row for part in _parts(lines) for row in _rows(part)]
    steps = [after.top - row.top for row, after in pairwise(rows) if after.top > row.top]
    most = BLANK * median(steps) if steps else 0.0
    made: list[str] = []
    last = _Row("", False, 0.0)
    for row in rows:
        anew = row.parted or row.top - last.top > most
        if last.full and not (anew or _begins(made[-1], row.text) or _OPENS.match(row.text)):
            made[-1] += row.text
        else:
            made.append(row.text)
        last = row
    return made


def _parts(lines: Sequence[Printed]) -> Iterator[Sequence[Printed]]:
    """Runs of lines with one margin: those above columns, each column, those below."""
    block = _columns(lines)
    if block is None:
        yield lines
        return
    first, last, gutter = block
    if first:
        yield lines[:first]
    inside = lines[first:last]
    for side in (True, False):
        kept = ([piece for piece in line if (piece.left < gutter) == side] for line in inside)
        yield from _parts([line for line in kept if line])
    yield from _parts(lines[last:])


def _columns(lines: Sequence[Printed]) -> tuple[int, int, float] | None:
    """The first run of lines in two columns: its bounds, and where between them nothing is printed."""
    tried: set[int] = set()
    for number, line in enumerate(lines):
        for left, right in pairwise(line):
            gutter = right.left - 0.5 * right.size
            if gutter <= left.right or round(gutter / right.size) in tried:
                continue
            tried.add(round(gutter / right.size))
            first, last = number, number
            while first and _clear(lines[first - 1], gutter):
                first -= 1
            while last < len(lines) and _clear(lines[last], gutter):
                last += 1
            if _apart(lines[first:last], gutter):
                return first, last, gutter
    return None


def _clear(line: Printed, gutter: float) -> bool:
    """Whether nothing of a line is printed across the gap."""
    return not any(piece.left < gutter < piece.right for piece in line)


def _apart(lines: Sequence[Printed], gutter: float) -> bool:
    """Whether the sides are columns: both running text, or a role is named on the right.

    张三 市长  李四 副市长 in every line are no columns: they are read as they stand.
    """
    left = [line for line in ([p for p in row if p.left < gutter] for row in lines) if line]
    right = [line for line in ([p for p in row if p.left >= gutter] for row in lines) if line]
    both = sum({piece.left < gutter for piece in row} == {True, False} for row in lines)
    if both < FEW:
        return False
    if all(any(split_labels(cleaned(line[0].text))[1] for line in side) for side in (left, right)):
        return True
    return _running(left) and _running(right)


def _running(lines: Sequence[Printed]) -> bool:
    """Whether most lines are one piece that ends at the same margin: text that was broken there."""
    margin = max(line[-1].right for line in lines)
    whole = [line[0] for line in lines if len(line) == 1 and len(line[0].text) >= LONG]
    full = [piece for piece in whole if piece.right > margin - 1.5 * piece.size]
    return len(full) >= 0.5 * len(lines)


def _rows(lines: Sequence[Printed]) -> Iterator[_Row]:
    margin = _margin(lines)
    for line in lines:
        text = "  ".join(piece.text for piece in line)
        size = median(piece.size for piece in line)
        reaches = line[-1].right >= margin - 1.2 * size
        alone = "\t" in text or text.startswith(PICTURE)
        full = reaches and not alone and not text.endswith(("。", "；", "："))
        yield _Row(text, full, line[0].top, alone or len(line) > 1)


def _begins(last: str, text: str) -> bool:
    """Whether a printed line begins anew under a full one: a day alone, a title under a whole title."""
    words = re.split(r"[\s：]+", last.strip())
    return bool(only_a_day(text)) or (is_title(words[-1]) and is_title(text.strip()))


def _margin(lines: Sequence[Printed]) -> float:
    """The right margin: where the longest tenth of the lines ends, if at least two do."""
    texts = ["".join(piece.text for piece in line) for line in lines]
    least = max(LONG, 0.5 * max((len(text) for text in texts if "\t" not in text), default=0))
    long = [
        line
        for line, text in zip(lines, texts, strict=True)
        if len(text) > least and "\t" not in text
    ]
    ends = sorted((line[-1].right for line in long), reverse=True)
    if len(ends) < 2:
        return float("inf")
    return ends[min(len(ends) // 10, len(ends) - 1)] if ends[0] - ends[1] < 30 else ends[1]
