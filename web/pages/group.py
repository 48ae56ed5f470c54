"""A group as a page: facts, roster, the evidence of each gap, its days, and the picture beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.ask.question import BASES, SCOPES, Question
from graph.core.terms import BASES as BASE_WORDS
from graph.core.terms import COMMANDS, MEANINGS, MODES, RELATIONS, ROLES, term
from graph.core.terms import SCOPES as SCOPE_WORDS
from graph.core.words import Words
from graph.pictures.group.sheet import Sheet
from graph.pictures.words import since_words
from visualize.picture.words import gap_text
from web.pages.around import Around
from web.pages.facts.statements import EMPTY, Drawer
from web.pages.render import render

AUTO = Words("auto: governments where two or more sit", "自动：有两个以上政府时只计政府")
CHANGES: Mapping[str, Words] = {
    "group": Words("the group", "小组本身"),
    "seat": Words("a seat", "席位"),
    "membership": Words("a member", "成员"),
    "tenure": Words("a post of the chair", "组长任职"),
    "unit": Words("a unit", "单位"),
    "tie": Words("a superior", "隶属"),
}
"""What changes on a day of the strip."""
PARTS: Mapping[str, Words] = {
    "chair": Words("the seat of the chair", "组长席位"),
    "holder": Words("holds the post", "任职"),
    "post": Words("the post is in", "职务所属"),
    "command": Words("commands", "统属"),
    "member": Words("the member's seat", "成员席位"),
}
"""What a link of the evidence is."""
GIVES = {"rank": Words("the rank", "级别"), "command": Words("the command", "统属关系")}


def group_page(
    sheet: Sheet, asked: Question, around: Around, state: Mapping[str, object], notes: Sequence[str],
    drawer: Drawer = EMPTY,
) -> str:  # fmt: skip
    """Return the page of a group; `state` is what the address asks for, `notes` how it was read.

    `drawer` stands in a page that is a file; another asks for it when it is opened.
    """
    return render(
        "group.html", around, title=around.told(sheet.picture.title), sheet=sheet, group=sheet.answer.group,
        asked=asked, state=state, notes=notes, bases=_choices(BASES, BASE_WORDS),
        scopes=_choices(SCOPES, {"auto": AUTO, **SCOPE_WORDS}), now=_now(sheet), changes=CHANGES,
        parts=PARTS, gives=GIVES, relations=RELATIONS, meanings=MEANINGS, roles=ROLES,
        modes={**MODES, **COMMANDS, **ROLES}, term=term, gap_text=gap_text, drawer=drawer,
        since=since_words, bases_zh=_chinese(BASE_WORDS), scopes_zh=_chinese(SCOPE_WORDS),
    )  # fmt: skip


def _choices(names: Sequence[str], words: Mapping[str, Words]) -> list[tuple[str, Words]]:
    return [(name, words[name]) for name in names]


def _chinese(words: Mapping[str, Words]) -> dict[str, str]:
    return {name: both.zh for name, both in words.items()}


def _now(sheet: Sheet) -> object:
    """The day of the strip in which the page stands."""
    passed = [row.day for row in sheet.days if row.day <= sheet.answer.group.as_of]
    return passed[-1] if passed else None
