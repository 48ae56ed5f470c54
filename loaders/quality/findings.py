"""What the documented groups show about the three types, and what they do not (docs/findings.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.language import say
from graph.core.terms import FIELDS, term
from graph.core.terms import TYPES as TYPE_WORDS
from graph.core.words import Words
from loaders.groups.rows import GroupData, GroupRow
from loaders.quality.checks import Coverage
from loaders.quality.listing import PLACES
from loaders.quality.report import table

TYPES = ("STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "VACANT", "NOT_A_GROUP", "UNCLASSIFIED")

PAGE = Words("findings.md", "findings.zh.md")
"""The page in either language, beside this file, with a place for the tables."""
ALL, TYPE, GROUP = Words("all", "合计"), Words("type", "类型"), Words("group", "小组")
GROUPS, LEVEL = Words("groups", "小组数"), Words("level", "层级")


def findings(database: Database, data: GroupData) -> str:
    """Return the page as Markdown in the language that is spoken, for a graph that holds the data.

    The same data gives the same text.
    """
    rows = list(queries.authority_by_group(sensitivity=False, database=database))
    groups = {group.uid: group for group in data.groups}
    judged = [row for row in rows if row.group in groups]
    coverage = Coverage(data)
    tables = [
        *_types(
            Words("By level of the government that runs it", "按主管政府的层级"),
            Words("", LEVEL.zh),
            judged,
            groups,
            lambda group: _level(coverage, group),
        ),
        *_types(Words("By field", "按领域"), Words("", "领域"), judged, groups, _field),
        *_rests_on(judged),
        *_unknown(judged, groups, coverage),
        *_changed({row.group: row for row in judged}, groups),
    ]
    page = Path(__file__).with_name(say(PAGE)).read_text(encoding="utf-8")
    return page.format(tables="\n".join(tables))


def _headed(title: Words) -> str:
    return f"\n## {say(title)}\n"


def _level(coverage: Coverage, group: GroupRow) -> Words:
    level = coverage.level(group)
    return Words(level, term(PLACES, level).zh)


def _field(group: GroupRow) -> Words:
    return Words(group.field, term(FIELDS, group.field).zh)


def _type(name: str) -> Words:
    """A type by the name that the data has, and in Chinese."""
    return Words(name, term(TYPE_WORDS, name).zh)


def _types(
    title: Words, head: Words, rows: Iterable[Row], groups: Mapping[str, GroupRow],
    read: Callable[[GroupRow], Words],
) -> Iterator[str]:  # fmt: skip
    counts = Counter((read(groups[row.group]), row.type) for row in rows)
    values = sorted({value for value, _ in counts}, key=lambda value: value.en)
    yield _headed(title)
    lines: list[tuple[object, ...]] = []
    for value in [*values, None]:
        own = [
            sum(n for (v, t), n in counts.items() if t == kind and value in (v, None))
            for kind in TYPES
        ]
        lines.append((value or ALL, *own, sum(own)))
    yield from table((head, *map(_type, TYPES), ALL), lines)


def _rests_on(rows: Iterable[Row]) -> Iterator[str]:
    """How much of each type rests on a roster that is not complete, and on a chair seen long before."""
    yield _headed(Words("What the types rest on", "类型的依据"))
    what = Words(
        "How many groups of each type have a roster that is not complete, so that the type is that of the\n"
        "known members, and how many have a chair whom a source shows within five years before the day.\n",
        "下表列出各类型中，有多少小组名单不全（其类型因而只反映已知成员），有多少小组有组长，又有多少小组"
        "在该日之前五年内有资料表明由谁任组长。\n",
    )
    yield say(what)
    lines: list[tuple[object, ...]] = []
    for kind in TYPES:
        own = [row for row in rows if row.type == kind]
        partial = sum(row.roster != "complete" for row in own)
        chaired = [row for row in own if row.chairs and row.leadership != "collective"]
        seen = sum("chair_stale" not in row.flags and row.chair_seen is not None for row in chaired)
        lines.append((_type(kind), len(own), partial, len(chaired), seen))
    heads = (
        TYPE, GROUPS, Words("roster not complete", "名单不全"), Words("with a chair", "有组长"),
        Words("chair seen", "组长五年内有记载"),
    )  # fmt: skip
    yield from table(heads, lines)


def _unknown(
    rows: Iterable[Row], groups: Mapping[str, GroupRow], coverage: Coverage
) -> Iterator[str]:
    counts: Counter[tuple[Words, Words]] = Counter()
    for row in rows:
        if row.type == "UNKNOWN":
            counts[_level(coverage, groups[row.group]), _why(row)] += 1
    yield _headed(Words("Why a type is unknown", "类型为何未知"))
    found = sorted(counts.items(), key=lambda one: tuple(words.en for words in one[0]))
    reasons = ((level, why, number) for (level, why), number in found)
    yield from table((LEVEL, Words("reason", "原因"), GROUPS), reasons)


def _why(row: Row) -> Words:
    """Return the one reason that stands first: members, chair, link."""
    if row.row <= 1:
        return Words("fewer than two members are known", "已知成员不足两个")
    if row.row == 2 or "chair_unknown" in row.flags:
        return Words("no source names the chair", "无资料载明组长")
    if "link_unknown" in row.flags:
        return Words("who leads a member is not known", "有成员隶属不明")
    return Words("other", "其他")


def _changed(rows: Mapping[str, Row], groups: Mapping[str, GroupRow]) -> Iterator[str]:
    yield _headed(Words("Bodies and what came after them", "机构及其后继"))
    pairs = (
        (rows[group.uid], rows[after]) for group in groups.values() for after in group.succeeded_by
    )
    followed = ((one.name, _type(one.type), other.name, _type(other.type)) for one, other in pairs)
    yield from table(
        (Words("body", "机构"), TYPE, Words("followed by", "后继机构"), TYPE), followed
    )
