"""The form of a coding sheet: its columns and closed lists, and the rules that coders follow."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

from graph.core.language import Language, spoken
from graph.core.terms import LEADERSHIPS, ROSTERS, TYPES
from graph.core.words import Words
from graph.export.columns import Column, Table

CODING = Path(__file__).parents[1] / "data" / "coding"
RULES_FILES: Mapping[Language, Path] = {
    "en": CODING / "rules.csv",
    "zh": Path(__file__).parent / "rules.zh.csv",
}
"""The rules that coders follow, and the translation, which stands beside what is frozen."""

UNKNOWN_TYPE = "UNKNOWN"
HALVES = ("A", "B")
YES_NO = ("yes", "no")


def _column(
    name: str, en: str, zh: str, values: tuple[str, ...] = (), unit: str | None = None,
    required: bool = False,
) -> Column:  # fmt: skip
    return Column(name, "string", Words(en, zh), unit, values, required)


FIXED = (
    _column("uid", "the group", "小组", required=True),
    _column("name", "its name", "名称"),
    _column("day", "the day that is coded", "编码所依的日期", required=True),
    _column(
        "cluster",
        "groups that share a founding act or a chair; empty: on its own",
        "成立文件或组长相同的各组；空：自成一组",
    ),
    _column("half", "half of the clusters, drawn by the seed", "各簇的一半，由种子抽定", HALVES),
)
"""What the draw fixes: coders leave it as it is."""

INPUTS = (
    _column(
        "chair_name",
        "who chairs; several parted by 、; unknown; none",
        "由谁任组长；数人以、分隔；unknown 不明；none 没有",
    ),
    _column(
        "chair_post",
        "the post by which they chair, as the source writes it",
        "任组长所凭的职务，依来源写法",
    ),
    _column(
        "presiding",
        "who presided or leads without being called chair; none",
        "未称组长而主持或领导者；none 没有",
    ),
    _column(
        "n_member_governments",
        "a whole number, or unknown",
        "整数，或 unknown 不明",
        unit="governments",
    ),
    _column(
        "members",
        "member governments, parted by 、; all members where fewer than two are",
        "成员政府，以、分隔；不足两个的列出全部成员",
    ),
    _column(
        "host",
        "the government that calls its subordinates together; none",
        "召集其下级的政府；none 没有",
    ),
    _column(
        "issuer",
        "who issued the founding act, parted by 、; unknown",
        "成立文件的发文机关，以、分隔；unknown 不明",
    ),
    _column("leadership", "form of the chair", "组长形式", tuple(LEADERSHIPS)),
    _column(
        "roster", "whether the sources list every member", "来源是否列出全部成员", tuple(ROSTERS)
    ),
)
ANSWERS = (
    Column(
        "type_by_table",
        "string",
        Words("the type by the rules", "依规则判定的类型"),
        values=tuple(TYPES),
    ),
    Column(
        "type_by_idea",
        "string",
        Words("the type by the idea alone", "只依概念判定的类型"),
        values=tuple(TYPES),
    ),
)
LAST = (
    _column(
        "source_sufficient",
        "whether sources carry an answer",
        "来源是否足以作答",
        YES_NO,
        required=True,
    ),
    _column("note", "what a reader should know", "读者须知"),
)

SHEET = Table(
    "coding",
    Words("a group on a day, as one coder reads it", "一名编码者对某日一个小组的判读"),
    (*FIXED, *INPUTS, *ANSWERS, *LAST),
)
SHOWN = (
    _column(
        "answers_1",
        "what one of two coders said, where they differ; in random order",
        "两名编码者意见不同时其中一人的答案；次序随机",
    ),
    _column("answers_2", "what the other said", "另一人的答案"),
)
THIRD = Table(
    "coding",
    Words("a group on which two coders differ", "两名编码者意见不同的小组"),
    (*FIXED, *SHOWN, *INPUTS, *ANSWERS, *LAST),
)
RULES = Table(
    "rules",
    Words("a rule that coders follow", "编码者须遵守的规则"),
    (
        _column("part", "what it is about", "所涉事项"),
        _column("step", "the first that fits counts", "以最先符合者为准"),
        _column("answer", "what to write", "填写的内容"),
        _column("rule", "the rule", "规则"),
    ),
)
SOURCES = Table(
    "sources",
    Words("a source of a group", "小组的来源"),
    (
        _column("uid", "the group", "小组"),
        _column("name", "its name", "名称"),
        _column("source", "uid of the source", "来源的 uid"),
        _column("title", "title of the source", "来源的标题"),
        _column("address", "where it was read", "查阅之处"),
        _column("kind", "kind of source", "来源的种类"),
        _column("date", "its date (EDTF)", "其日期（EDTF）"),
    ),
)

TYPED = tuple(column.name for column in ANSWERS)
COMPARED = (*TYPED, *(column.name for column in INPUTS))
"""The columns that are held together."""

_SEPARATORS = str.maketrans(dict.fromkeys(",;|/\n", "、"))


def rules() -> list[Mapping[str, str]]:
    """The rules as they ship, in the language that is spoken."""
    with RULES_FILES[spoken()].open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def answer(column: str, cells: Mapping[str, str]) -> str | None:
    """What a coder says in a column, in a form that compares; None where it was left open.

    Texts are compared apart from width, case, spaces and the order of several names.
    """
    text = cells.get(column, "")
    if not text or column in TYPED:
        return text or None
    parts = normalize("NFKC", text).casefold().translate(_SEPARATORS).split("、")
    return "、".join(sorted({"".join(part.split()) for part in parts} - {""})) or None
