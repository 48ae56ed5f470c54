"""What became of every line: a seat, a fact, or not understood; and what to do where there is no seat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from graph.core.words import Words
from loaders.notices.lines.tables import cells
from loaders.notices.model import Account, Group, Line, NotUnderstood
from loaders.notices.words.names import Name, name_kind, unmarked, without_marks
from loaders.notices.words.roles import GROUP, label_word
from loaders.notices.words.split import split
from loaders.notices.words.text import closed, numbered, squeezed

LOST = Words(
    "it names a person in words that no rule reads as a seat", "写有人名，但其词句按规则读不成席位"
)
ROW = Words(
    "a role and words beside it that no rule reads as a seat",
    "有角色和相连的词语，但按规则读不成席位",
)
NO_ROLE = Words(
    "No role (组长, 副组长, 成员) stands in the text. If the roster is in an attachment, read that"
    " file; a text about something else gives none.",
    "文本中没有角色（组长、副组长、成员）。如果名单在附件中，请读取附件；内容无关的文本读不出席位。",
)
_PIECE = re.compile(r"[，,、。；;：！？|\t（）()《》“”]+|\s{2,}")
_DOES = re.compile(
    "(?:等)?(?:同志)?(?:分别|均)?(?:不再|兼任|担任|(?<![主委常责])任(?=.)|负责|为|出席|参加|主持|指出|强调|要求|通报|陪同|调研|检查|当选|在"
    "|宣读|介绍|讲话)[^、]*$|等$|任命"
)
_LED = re.compile(
    "^[由以经及和与]|^[^、]{0,30}?(?:第一|常务)?副?(?:组长|总指挥长?|指挥长|召集人)|^[^、]{0,30}?组?成员有?"
    "|^[^、]{0,30}?委(?:员?会)?副?主任(?=[\u3400-\u9fff]{2,4}$)"
)
"""What somebody does, behind his name, and the word of a role before it."""
_ROLE = re.compile("组长|召集人|指挥长|总指挥|成员|组成人员")
_CHAIR = re.compile("委(?:员?会)?副?主任")


def lost(
    lines: Sequence[Line], groups: Sequence[Group], doubts: Sequence[NotUnderstood]
) -> list[NotUnderstood]:
    """Lines that name a person with a title, or a role with words beside it, and gave nothing of that."""
    known = {closed(s.person) for group in groups for s in group.seats if s.person}
    told: dict[int, str] = defaultdict(str)
    for doubt in doubts:
        told[doubt.line] += closed(doubt.text)
    seated = {seat.line for group in groups for seat in group.seats}
    found: list[NotUnderstood] = []
    for line in lines:
        names = [
            name for name in _persons(line.text, known)
            if name not in known and name not in told[line.number]
        ]  # fmt: skip
        if names:
            found.append(NotUnderstood(line.number, "、".join(names), LOST))
        elif line.number not in seated and not told[line.number] and _row(line.text):
            found.append(NotUnderstood(line.number, squeezed(line.text)[:200], ROW))
    return found


def _persons(text: str, known: Collection[str]) -> Iterator[str]:
    """Persons with a title in the words of a line, and names that follow each other in a list."""
    words = [closed(numbered(piece)[1]) for piece in _PIECE.split(without_marks(text))]
    pieces = [_LED.sub("", _DOES.sub("", word)) for word in words]
    runs = [p for p in pieces if 3 < len(p) <= 60 and not any(map(p.__contains__, known))]
    for reading in map(split, runs):
        for part in reading.parts:
            titled = part.title and (part.certain or GROUP.search(part.title))
            if part.person and titled and name_kind(part.person) is Name.SURE:
                yield part.person
    sure = [name_kind(unmarked(piece)) is Name.SURE for piece in pieces]
    for at, piece in enumerate(pieces):
        beside = any(sure[max(0, at - 1) : at]) or any(sure[at + 1 : at + 2])
        if sure[at] and (beside or _ROLE.search(words[at]) or _CHAIR.search(words[at])):
            yield unmarked(piece)


def _row(text: str) -> bool:
    """Whether a cell of a row is a role and another holds words."""
    row = [cell for cell in cells(text) if cell]
    return 1 < len(row) < 12 and any(label_word(cell) for cell in row)


def account(
    numbers: Sequence[int], whole: Sequence[Line], groups: Sequence[Group],
    doubts: Sequence[NotUnderstood],
) -> Account:  # fmt: skip
    """Every line with words, once: one that was joined to a line above it goes where that goes."""
    seated = {seat.line for group in groups for seat in group.seats}
    doubted = {doubt.line for doubt in doubts}
    starts = {line.number for line in whole}
    made: tuple[list[int], list[int], list[int]] = ([], [], [])
    at = 0
    for number in numbers:
        at = number if number in starts else at
        made[0 if at in seated else 2 if at in doubted else 1].append(number)
    return Account(*map(tuple, made))


def advice(whole: Sequence[Line], groups: Sequence[Group], doubts: int) -> Words | None:
    """Why a text gave no seat, and what to do; None where it gave one."""
    if any(group.seats for group in groups):
        return None
    named = sum(bool(_ROLE.search(closed(line.text))) for line in whole)
    if not named:
        return NO_ROLE
    return Words(
        f"Roles stand in {named} lines, but no seat was read; not_understood tells why of {doubts} pieces."
        " Put one seat on a line (组长：张三 市长), name the group in a title or sentence, and read again;"
        " or have the seats set down elsewhere (--prompt) and check them (--draft).",
        f"{named} 行中有角色，但没有读出席位；not_understood 列出 {doubts} 处及原因。请每行写一个席位"
        "（组长：张三 市长），在标题或句中写明小组名称，然后重新读取；"
        "或由他处列出席位（--prompt）再核对（--draft）。",
    )
