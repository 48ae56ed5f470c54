"""The strip of a region laid out: a row a group, the ladder of ranks across, chairs against members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.core.errors import InputError
from graph.core.language import Language
from graph.core.terms import FIELDS, LEVELS, UNKNOWN, term
from graph.core.words import Words
from graph.offices.ranks import RANKS
from graph.pictures.region.ranked import RankedGroup
from graph.pictures.region.strip import Strip
from visualize.picture.texts import wrap
from visualize.picture.words import FADED, SUPPOSED, rank_words
from visualize.strips.scene import BAND, RULE, SIZE, TINT, Bar, Mark, Scene, Text

ROW, HEAD, LINE = 15.0, 18.0, 13.0
"""Heights of a row, of the heading of a part, of a line of the heading of the ladder."""
MARGIN, GAP, TYPE = 10.0, 44.0, 92.0
NARROWEST = 620.0
"""Pixels of the narrowest sheet on which grades and names are legible: 120 mm."""
WIDE = 850.0
"""Pixels from which the type is written too."""
LEVEL_PARTS = {
    **LEVELS,
    "centre": LEVELS["Country"],
    "between": Words("between governments", "政府之间"),
    "inter_agency": Words("between agencies", "部门之间"),
}
MEANING = Words(
    "A row is a group, a column a rank. Mark: the chair (of several the highest), by type; hollow: supposed;"
    " ?: not known. Bar: the members that the gap counts, from the lowest to the highest; ? behind it: some"
    " have no known rank. Gap –: none by nature, each member is headed by a chair or outside its command.",
    "一行为一个小组，一列为一个级别。符号：组长（数人取级别最高者），形状与颜色表示类型；空心：假设；？：不明。"
    "横条：计入级差的成员，由最低至最高；其后有？者：部分成员级别不明。级差为–：本无级差，成员均由组长主官或不受其领导。",
)
_NAME = Words("Group", "小组")
_GAP = Words("Gap", "级差")
_TYPE = Words("Type", "类型")


@dataclass(frozen=True)
class _Sheet:
    """Where things stand: the left edge of the ladder, the width of a column, the language."""

    scene: Scene
    left: float
    step: float
    language: Language

    def at(self, rank: int | None) -> float:
        """The middle of the column of a rank; behind the ladder where it is not known."""
        return self.left + self.step * ((rank or len(RANKS) + 1) - 0.5)

    @property
    def right(self) -> float:
        """The right edge of the ladder with the column of what is not known."""
        return self.left + self.step * (len(RANKS) + 1)


def ranks_scene(strip: Strip, width: float, language: Language) -> Scene:
    """Lay a strip out on a sheet of so many pixels. Raises InputError for one that is too narrow."""
    if width < NARROWEST:
        raise InputError(
            Words(
                "A strip needs 120 mm for names and grades. Give --width 120 or more.",
                "名称和级别需要 120 mm。请用 --width 120 或更大的宽度。",
            )
        )
    scene = Scene(width)
    tail = GAP + TYPE * (width >= WIDE)
    left = MARGIN + (width - 2 * MARGIN - tail) * 0.42
    step = (width - MARGIN - tail - left) / (len(RANKS) + 1)
    sheet = _Sheet(scene, left, step, language)
    scene.height = _heading(sheet)
    for name, groups in strip.parts:
        said = part_words(strip.by, name).say(language)
        scene.bars.append(Bar(MARGIN, scene.height + 1, width - 2 * MARGIN, HEAD - 3, BAND))
        scene.texts.append(
            Text(f"{said} ({len(groups)})", MARGIN + 4, scene.height + HEAD / 2, bold=True)
        )
        scene.height += HEAD
        for group in groups:
            _row(sheet, group, scene.height + ROW / 2)
            scene.height += ROW
    scene.height += 6
    return scene


def part_words(by: str, name: str | None) -> Words:
    """Return the name of a part: a field or a level."""
    if name is None:
        return UNKNOWN
    if by == "level":
        return LEVEL_PARTS.get(name, Words.same(name))
    return term(FIELDS, name)


def _heading(sheet: _Sheet) -> float:
    """Names of the grades over the ladder, two ranks a grade; answers where the rows begin."""
    texts, say = sheet.scene.texts, sheet.language
    lines = [wrap(name, SIZE, sheet.step * 2 - 2, 3) for name, _ in _grades(say)]
    most = max(map(len, lines))
    for place, broken in enumerate(lines):
        middle = sheet.left + sheet.step * (2 * place + 1)
        for number, line in enumerate(broken):
            y = LINE * (most - len(broken) + number + 0.7)
            texts.append(Text(line, middle, y, "center", soft=True))
    y = LINE * (most + 0.7)
    ranks = [(rank, half) for place, (_, halves) in enumerate(_grades(say))
             for rank, half in zip((2 * place + 1, 2 * place + 2), halves, strict=True)]  # fmt: skip
    for rank, half in ranks:
        if sheet.step >= 38:
            texts.append(Text(half, sheet.at(rank), y, "center", soft=True, most=sheet.step))
        texts.append(Text(str(rank), sheet.at(rank), y + LINE, "center", bold=True))
    texts.append(Text("?", sheet.at(None), y + LINE, "center", bold=True))
    texts.append(Text(_NAME.say(say), MARGIN, y + LINE, bold=True))
    texts.append(Text(_GAP.say(say), sheet.right + 8, y + LINE, bold=True))
    if sheet.scene.width >= WIDE:
        texts.append(Text(_TYPE.say(say), sheet.right + GAP, y + LINE, bold=True))
    return y + LINE * 1.7


def _grades(language: Language) -> list[tuple[str, tuple[str, str]]]:
    """The five grades from below, each with the words for its deputy and its chief rank."""
    names = [rank_name(rank.rank, language) for rank in reversed(RANKS)]
    return [(low[0], (low[1], high[1])) for low, high in zip(names[::2], names[1::2], strict=True)]


def rank_name(rank: int, language: Language) -> tuple[str, str]:
    """Return the grade and the half of it that a rank is: bureau and chief, 厅局级 and 正职."""
    name = rank_words(rank).say(language).partition(" ")[2]
    if language == "zh":
        return name[:-2], name[-2:]
    grade, _, half = name.partition(", ")
    return grade, half


def _row(sheet: _Sheet, group: RankedGroup, y: float) -> None:
    scene, say = sheet.scene, sheet.language
    said = group_words(group).say(say)
    scene.bars.append(Bar(sheet.left, y, sheet.step * (len(RANKS) + 1), 0.6, TINT))
    scene.texts.append(
        Text(group.name.say(say), MARGIN, y, soft=group.faded, most=sheet.left - MARGIN - 8)
    )
    if group.lowest is not None and group.highest is not None:
        start, end = sheet.at(group.lowest) - 9, sheet.at(group.highest) + 9
        scene.bars.append(Bar(start, y - 3, end - start, 6, RULE, group.faded, said))
    if group.unranked:
        behind = sheet.at(group.highest) + (14 if group.highest else -9)
        scene.texts.append(Text("?", behind, y, "center", soft=True))
    if group.led:
        scene.marks.append(
            Mark(sheet.at(group.chair_rank), y, 5.5, group.type, group.supposed, group.faded, said)
        )
    else:
        scene.texts.append(Text("?", sheet.at(None), y, "center", bold=True))
    scene.texts.append(Text(group.gap_text, sheet.right + 8, y, soft=group.faded))
    if scene.width >= WIDE:
        scene.texts.append(
            Text(group.sure.say(say), sheet.right + GAP, y, soft=group.faded, most=TYPE)
        )


def group_words(group: RankedGroup) -> Words:
    """Tell a row in words: who chairs at which rank, the ranks of the members, gap and type."""
    name, rank, gap = group.name, rank_words(group.chair_rank), group.gap_text
    low, high = (group.lowest or "?"), (group.highest or "?")
    members = f"{low}" if low == high else f"{low}–{high}"
    marks = Words.joined([SUPPOSED] * group.supposed + [FADED] * group.faded)
    kind = Words.joined([group.sure, marks])
    chair = (
        Words(f"{group.chair} ({rank.en})", f"{group.chair}（{rank.zh}）") if group.led else UNKNOWN
    )
    return Words(
        f"{name.en}: chair {chair.en}; members {members}; gap {gap}; {kind.en}",
        f"{name.zh}：组长 {chair.zh}；成员 {members}；级差 {gap}；{kind.zh}",
    )


def said_rows(strip: Strip) -> Iterator[Words]:
    """Yield the rows in words, in their order."""
    return map(group_words, strip.groups)
