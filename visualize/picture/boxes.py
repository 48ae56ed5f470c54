"""The box of a node: what stands in it and how large it therefore is."""

from __future__ import annotations

from dataclasses import dataclass

from graph.core.words import Words
from graph.pictures import PictureNode
from visualize.picture.style import CARD, CHIP
from visualize.picture.texts import text_width, wrap
from visualize.picture.words import names, role_words

BOLD = 1.05
"""How much wider a bold text is."""


@dataclass(frozen=True)
class Form:
    """For whom a layout is made: `language` "en" or "zh", `width` of the page in pixels."""

    language: str
    width: int

    @property
    def narrow(self) -> bool:
        """Whether the page is a phone's."""
        return self.width < 640

    @property
    def name(self) -> str:
        """Key of the layout in the page: en-1180, zh-358."""
        return f"{self.language}-{self.width}"

    def say(self, words: Words) -> str:
        """Return the text in this form's language."""
        return words.say(self.language)

    def other(self, words: Words) -> str:
        """Return the text in the language that is not this form's."""
        return words.say("en" if self.language == "zh" else "zh")


@dataclass(frozen=True)
class BoxText:
    """Lines of a box and its size in pixels: role and marks, the name, the other language."""

    tag: str
    main: tuple[str, ...]
    sub: tuple[str, ...]
    width: float
    height: float


def card(node: PictureNode, form: Form, mark: Words | None = None) -> BoxText:
    """A box on tiers: role, name in up to three lines (a group's in more), in the other language in two.

    `mark` stands before the role: new, changed, gone.
    """
    least, most = (142.0, 142.0) if form.narrow else (150.0, 184.0)
    if node.kind == "group":
        # The group of the page has a row of its own; groups among others stand side by side.
        most = (
            float(min(form.width - 20, 460))
            if node.role == "group"
            else most + 36.0 * (not form.narrow)
        )
    inner = most - 2 * CARD["pad"]
    name = names(node)
    role = form.say(role_words(node))
    told = f"{form.say(mark)} · {role}" if mark else role
    tag = wrap(told, CARD["tag_size"], inner - 18, 1)
    # Groups have the longest names: on a phone's narrow box they take more lines.
    lines = (3, 2) if node.kind != "group" else (7, 4) if form.narrow else (4, 2)
    if node.last_shown:
        lines = (5, 4)
    main = wrap(form.say(name), CARD["main_size"] * BOLD, inner, lines[0])
    second = form.other(name) if form.other(name) != form.say(name) else ""
    sub = wrap(second, CARD["sub_size"], inner, lines[1])
    return BoxText(
        tag="".join(tag),
        main=main,
        sub=sub,
        width=min(most, max(least, _widest(tag, main, sub))),
        height=2 * CARD["pad"] + CARD["tag"] + len(main) * CARD["main"] + len(sub) * CARD["sub"],
    )


def _widest(tag: tuple[str, ...], main: tuple[str, ...], sub: tuple[str, ...]) -> float:
    widths = [text_width(line, CARD["main_size"] * BOLD) for line in main]
    widths += [text_width(line, CARD["sub_size"]) for line in sub]
    widths += [text_width(line, CARD["tag_size"]) + 18 for line in tag]
    return max(widths, default=0.0) + 2 * CARD["pad"]


def chip(node: PictureNode, form: Form, closed: int) -> BoxText:
    """Return a box in a tree: one line; `closed` counts the units of a branch that is not drawn."""
    tail = f" +{closed}" if closed else ""
    size = CHIP["main_size"]
    limit = 150.0 if form.narrow else 230.0
    marks = "? " if node.unknown else "≈ " if node.supposed else ""
    line = "".join(wrap(marks + form.say(names(node)), size, limit, 1)) + tail
    # What is in focus is written in bold.
    drawn = size * BOLD if node.role == "focus" else size
    width = text_width(line, drawn) + 2 * CHIP["pad"] + CHIP["glyph"]
    return BoxText("", (line,), (), width, float(CHIP["height"]))
