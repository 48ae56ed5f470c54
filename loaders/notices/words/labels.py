"""Where a line changes role: 组长：… 副组长：… in one paragraph, and 组长张三，副组长李四 without colons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.notices.words.roles import LABEL, Role, read_role
from loaders.notices.words.text import free, held

_WITHIN = re.compile(
    r"(?<=[长任记席员理导人志\u3400-\u9fff])(?P<word>(?:第一|常务)?副组长|(?:第一|常务)?副?总?(?:指挥长|指挥)|副?总?召集人"
    r"|(?<![组会部室班制局处])(?:组长|成员(?:单位)?|组员))："
)
"""A role with a colon that stands right behind the words of another: 组长：张三市长副组长：李四."""


@dataclass(frozen=True)
class Piece:
    """A role and the words behind it, up to the next role."""

    role: Role
    words: str
    owner: str = ""
    """The group that stands before the role: 校庆筹备领导小组 of 校庆筹备领导小组组长：."""


@dataclass(frozen=True)
class _Label:
    start: int
    end: int
    role: Role
    owner: str = ""


def split_labels(text: str) -> tuple[str, list[Piece]]:
    """What stands before the first role with a colon, and each role with its words."""
    whole = held(text)
    found: list[_Label] = []
    for match in LABEL.finditer(whole):
        role = read_role(match["word"])
        if role is not None and not (found and match.start() < found[-1].end):
            found.append(_Label(match.start(), match.end(), role, match["owner"] or ""))
    for match in _WITHIN.finditer(whole, found[0].end if found else 0):
        if (role := read_role(match["word"])) and match.end() not in {one.end for one in found}:
            found.append(_Label(match.start(), match.end(), role))
    if not found:
        return text, []
    found.sort(key=lambda one: one.start)
    return free(whole[: found[0].start]), _pieces(whole, found)


def _pieces(whole: str, found: Sequence[_Label]) -> list[Piece]:
    """Each role with the words behind it, by the start and end of its label."""
    ends = [one.start for one in found[1:]] + [len(whole)]
    roles = zip(found, ends, strict=True)
    return [Piece(one.role, free(whole[one.end : stop]), free(one.owner)) for one, stop in roles]
