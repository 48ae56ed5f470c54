"""What stands beside a figure: a caption for the paper, and an alternative text for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.core.words import Words
from graph.pictures import Picture
from visualize.figures.legend import GAP_MEANING
from visualize.picture.texts import drawable
from visualize.picture.words import FOOTER, ROLES, names

NAMED = 7
"""Boxes of one role that an alternative text names; of more it says how many."""
LEADING = ("focus", "chair", "deputy_chair", "member")
"""Roles whose boxes are named, in this order."""
LAYOUTS = {
    "tiers": Words("Diagram on tiers of rank", "按级别分层的示意图"),
    "tree": Words("Tree of units, the upper above the lower", "单位树状图，上级在上"),
    "ranks": Words("Units on tiers of rank", "按级别分层的单位图"),
}


@dataclass(frozen=True)
class Told:
    """Title, caption and alternative text (替代文字) of a figure, plain text in one language."""

    title: str
    caption: str
    alt: str


def told_of(picture: Picture, lang: str) -> Told:
    """Return the words beside the figure of a picture; `lang` is en or zh."""
    authority = any(tie.relation is not None for tie in picture.ties)
    caption = [picture.caption, *([GAP_MEANING] if authority else []), FOOTER]
    alt = [LAYOUTS[picture.layout], *_named(picture), _count(picture), picture.caption]
    return told(picture.title, picture.as_of, caption, alt, lang)


def told(
    title: Words, as_of: str, caption: Sequence[Words], alt: Sequence[Words], lang: str
) -> Told:
    """Return sentences as a caption and an alternative text, each begun with title and day."""
    head = title.say(lang) + (f" ({as_of})" if as_of else "")
    gap = "" if lang == "zh" else " "
    one, other = (
        gap.join(_sentence(text, lang) for text in (head, *(words.say(lang) for words in parts)))
        for parts in (caption, alt)
    )
    return Told(*map(drawable, (head, one, other)))


def _sentence(text: str, lang: str) -> str:
    end = "。" if lang == "zh" else "."
    return text if text.endswith((".", "。", "!", "?")) else text + end


def _named(picture: Picture) -> Iterator[Words]:
    for role in LEADING:
        found = [names(node) for node in picture.nodes if node.role == role]
        if found:
            listed = Words.first(found, NAMED, "另 {} 个")
            yield Words(
                f"{ROLES[role].en.capitalize()}: {listed.en}", f"{ROLES[role].zh}：{listed.zh}"
            )


def _count(picture: Picture) -> Words:
    boxes, ties = len(picture.nodes), len(picture.ties)
    return Words(f"{boxes} boxes and {ties} lines", f"方框 {boxes} 个，连线 {ties} 条")
