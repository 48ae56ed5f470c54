"""What the documented groups show about the three types, and what they do not (docs/findings.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from graph.ask.reasons import either, type_in_words
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.language import say
from graph.core.terms import CERTAINTIES, CONVENTIONS, FIELDS, FLAGS, term
from graph.core.terms import TYPES as TYPE_WORDS
from graph.core.words import Words
from loaders.groups.rows import GroupData, GroupRow
from loaders.quality.checks import Coverage
from loaders.quality.listing import PLACES
from loaders.quality.report import table

TYPES = ("STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "VACANT", "NOT_A_GROUP", "UNCLASSIFIED")
KNOWN = tuple(name for name in TYPES if name != "UNKNOWN")

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
    return page.format(certainty=say(_how_sure(judged)), tables="\n".join(tables))


def _how_sure(rows: Sequence[Row]) -> Words:
    """Say how many types are identified, then how many are not."""
    sure = Counter(row.type_certainty for row in rows)
    own = Counter(row.type for row in rows if row.type_certainty == "identified")
    kinds = [name for name in TYPES if own[name]]
    return Words(
        f"Of {len(rows)} groups the type of {sure['identified']} is identified"
        f" ({', '.join(f'{name} {own[name]}' for name in kinds)}); of {sure['by_convention']} it rests on a"
        f" convention, of {sure['open']} several types remain, and of {sure[None]} nothing can be told.",
        f"{len(rows)} 个小组中，类型已判明的 {sure['identified']} 个（"
        f"{'、'.join(f'{name} {own[name]}' for name in kinds)}）；依约定得出的 {sure['by_convention']} 个，"
        f"尚余数种类型的 {sure['open']} 个，无从判断的 {sure[None]} 个。",
    )


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
    """Groups by type, those by convention after a plus sign; open ones by themselves."""
    counts = Counter((read(groups[row.group]), row.type, row.type_certainty) for row in rows)
    values = sorted({value for value, *_ in counts}, key=lambda value: value.en)
    yield _headed(title)
    lines: list[tuple[object, ...]] = []
    for value in [*values, None]:
        own: Counter[tuple[str, str | None]] = Counter()
        for (found, kind, sure), number in counts.items():
            own[kind, sure] += number if value in (found, None) else 0
        told = [_counted(own[kind, "identified"], own[kind, "by_convention"]) for kind in KNOWN]
        lines.append(
            (value or ALL, *told, own["UNKNOWN", "open"], own["UNKNOWN", None], own.total())
        )
    heads = (*map(_type, KNOWN), CERTAINTIES["open"], _type("UNKNOWN"), ALL)
    yield from table((head, *heads), lines)


def _counted(identified: int, by_convention: int) -> str:
    return f"{identified} + {by_convention}" if by_convention else str(identified)


def _rests_on(rows: Iterable[Row]) -> Iterator[str]:
    """How each type was come by: identified or by which convention, and whether its chair was seen lately."""
    yield _headed(Words("What the types rest on", "类型的依据"))
    what = Words(
        "How many groups of each type are identified, whatever is not known, and how many rest on a\n"
        "convention; how many have a roster that is not complete, and how many a chair whom a source shows\n"
        "within five years before the day.\n",
        "下表列出各类型中，有多少小组的类型已判明（不论不明之处如何），有多少依约定得出；又有多少小组名单不全，"
        "有多少小组有组长，有多少小组在该日之前五年内有资料表明由谁任组长。\n",
    )
    yield say(what)
    lines: list[tuple[object, ...]] = []
    for kind in TYPES:
        own = [row for row in rows if row.type == kind]
        sure = Counter(row.type_certainty for row in own)
        partial = sum(row.roster != "complete" for row in own)
        chaired = [row for row in own if row.chairs and row.leadership != "collective"]
        seen = sum("chair_stale" not in row.flags and row.chair_seen is not None for row in chaired)
        found = (sure["identified"], sure["by_convention"], partial, len(chaired), seen)
        lines.append((_type(kind), len(own), *found))
    heads = (
        TYPE, GROUPS, CERTAINTIES["identified"], CERTAINTIES["by_convention"],
        Words("roster not complete", "名单不全"), Words("with a chair", "有组长"),
        Words("chair seen", "组长五年内有记载"),
    )  # fmt: skip
    yield from table(heads, lines)
    conventions = Counter(name for row in rows for name in row.rests_on)
    told = ((CONVENTIONS[name], conventions[name]) for name in CONVENTIONS if conventions[name])
    yield ""
    yield from table((Words("convention", "约定"), GROUPS), told)
    yield ""
    remain = Counter(either(row.possible) for row in rows if row.type_certainty == "open")
    yield from table((Words("types that remain", "尚余的类型"), GROUPS), remain.most_common())


def _unknown(
    rows: Iterable[Row], groups: Mapping[str, GroupRow], coverage: Coverage
) -> Iterator[str]:
    counts: Counter[tuple[Words, Words]] = Counter()
    for row in rows:
        if row.type_certainty is None:
            counts[_level(coverage, groups[row.group]), _why(row)] += 1
    yield _headed(Words("Why a type is unknown", "类型为何未知"))
    found = sorted(counts.items(), key=lambda one: tuple(words.en for words in one[0]))
    reasons = ((level, why, number) for (level, why), number in found)
    yield from table((LEVEL, Words("reason", "原因"), GROUPS), reasons)


def _why(row: Row) -> Words:
    """Return the one reason that stands first: members, chair, link."""
    if row.row is None:
        return FLAGS["undated"]
    if row.row <= 1:
        return Words("fewer than two members are known", "已知成员不足两个")
    if row.row == 2 or "chair_unknown" in row.flags:
        return Words("no source names the chair", "无资料载明组长")
    return Words("other", "其他")


def _changed(rows: Mapping[str, Row], groups: Mapping[str, GroupRow]) -> Iterator[str]:
    yield _headed(Words("Bodies and what came after them", "机构及其后继"))
    pairs = (
        (rows[group.uid], rows[after]) for group in groups.values() for after in group.succeeded_by
    )
    followed = (
        (one.name, type_in_words(one), other.name, type_in_words(other)) for one, other in pairs
    )
    yield from table(
        (Words("body", "机构"), TYPE, Words("followed by", "后继机构"), TYPE), followed
    )
