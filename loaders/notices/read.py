"""A notice read from a file: its facts, its groups with their seats, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph.core.dates import start_bound
from graph.core.language import say
from graph.core.words import Words
from loaders.notices.account import account, advice, lost
from loaders.notices.facts import facts_of, last_division
from loaders.notices.files.lines import NO_MACHINE, read_lines
from loaders.notices.files.printed import PICTURE
from loaders.notices.finish import finished, guarded
from loaders.notices.lines.cells import in_rows
from loaders.notices.lines.leaving import adjusts, leavers
from loaders.notices.lines.roster import Roster
from loaders.notices.lines.sections import signatories, signature_at
from loaders.notices.lines.wraps import parted, unwrapped
from loaders.notices.model import Line, Notice, NotUnderstood
from loaders.notices.published import Published
from loaders.notices.words.text import closed
from loaders.notices.words.titles import Place

LONGEST = 4_000
"""Characters of a line, at most: the longest roster in one paragraph has some two thousand."""
TOO_LONG = Words(
    f"a line of more than {LONGEST:,} characters is not read", f"超过 {LONGEST:,} 个字符的行不读取"
)
A_PICTURE = Words(f"a picture without text. {NO_MACHINE.en}", f"图片，没有文本。{NO_MACHINE.zh}")


def read_notice(path: Path) -> Notice:
    """The notice of a file (docs/notices.md says of which); raises InputError for what cannot be read.

    Only what the rules cover becomes a seat; a seat with a doubt has certainty low; a line of a roster
    that gives none stands in `not_understood`.
    """
    return notice_of(read_lines(path))


def notice_of(lines: Sequence[Line]) -> Notice:
    """The notice that lines hold: read in characters of one kind, given back as published."""
    published = Published(lines)
    joined = in_rows(unwrapped(parted(published.lines)))
    long, whole = _parted(joined)
    at = signature_at(whole)
    signed = signatories(whole, at)
    facts = facts_of(whole, [whole[i].text for i in signed])
    day = start_bound(facts.date).day if facts.date else None
    place = Place(last_division(facts.place), facts.place, day)
    titled = facts.name if (facts.name or "")[-6:] in (facts.title or "") else None
    reader = Roster(place, titled)
    signature = [whole[i].number for i in [*signed, *([at] if at is not None else [])]]
    issued = [line.number for line in whole if closed(line.text) in facts.issuers]
    skipped = frozenset([*signature, *issued])
    reader.read(whole, skipped)
    text = "".join(closed(line.text) for line in whole)
    doubts = [*long, *reader.state.doubts, *guarded(reader.state.groups, whole)]
    groups = finished(reader.state.groups, facts.name, "".join(f"\n{line.text}" for line in whole))
    doubts += lost([line for line in whole if line.number not in skipped], groups, doubts)
    in_order = sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.line)
    numbers = [line.number for line in lines if line.text.strip()]
    lines_of = account(numbers, joined, groups, in_order)
    for group in groups:
        group.name = published.back(group.name)
        group.seats[:] = map(published.seat, group.seats)
    gone = leavers(whole)
    left = tuple(replace(one, person=published.back(one.person, one.line)) for one in gone)
    return Notice(
        published.facts(facts), groups, tuple(map(published.doubt, in_order)), lines_of,
        advice(whole, groups, len(in_order)), bool(published.machine), published.traditional,
        adjusts(facts.title or "", text, bool(gone)), left,
    )  # fmt: skip


def _parted(lines: Sequence[Line]) -> tuple[list[NotUnderstood], list[Line]]:
    """Lines too long to be a roster's and pages without text as doubts, and the others."""
    doubts: list[NotUnderstood] = []
    kept: list[Line] = []
    for line in lines:
        if len(line.text) > LONGEST:
            doubts.append(NotUnderstood(line.number, line.text[:80] + "…", TOO_LONG))
        elif line.text.startswith(PICTURE):
            page = line.text.removeprefix(PICTURE)
            doubts.append(
                NotUnderstood(line.number, say(Words(f"page {page}", f"第 {page} 页")), A_PICTURE)
            )
        else:
            kept.append(line)
    return doubts, kept
