"""The quality report of the group data as Markdown: docs/quality.md is what this makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from graph.core.language import say
from graph.core.terms import FIELDS, term
from graph.core.words import Words
from loaders.groups.rows import GroupData, GroupRow, SeatRow
from loaders.quality.checks import (
    Coverage,
    completeness,
    like_groups,
    namesakes,
    outranked_chairs,
    unplaced,
)
from loaders.quality.known import Judged, told
from loaders.quality.listing import PLACES

HEAD = Words(
    """# Quality of the group data

Made by `lsgraph data check`. It covers the core and the dataset (docs/data.md). The data is what was found in
stored public pages: **no sample**, so no figure here says how frequent anything is in China.
""",
    """# 小组数据的质量

由 `lsgraph data check` 生成，涵盖核心数据和数据集（docs/data.md）。数据取自存档的公开网页，
**并非样本**，故其中任何数字都不表示某种情形在中国有多常见。
""",
)
WHAT, NUMBER = Words("what", "项目"), Words("number", "数目")
GROUPS, KIND = Words("groups", "小组数"), Words("kind", "类别")


def report(data: GroupData, result: Judged) -> str:
    """Return the whole report in the language that is spoken; the same data gives the same text."""
    parts = [
        say(HEAD), *_numbers(data), *_completeness(data), *_coverage(data), *_guard(result),
        *_odd(data),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _headed(title: Words) -> str:
    return f"\n## {say(title)}\n"


def _numbers(data: GroupData) -> Iterator[str]:
    loose = unplaced(data)
    rows: list[tuple[Words, object]] = [
        (Words("groups", "小组"), len(data.groups)),
        (Words("seats", "席位"), len(data.seats)),
        (Words("posts", "职务"), len(data.posts)),
        (Words("persons", "人物"), len(data.persons)),
        (Words("agencies", "机构"), len(data.agencies)),
        (Words("documents", "文件"), len(data.documents)),
        (Words("sources", "来源"), len(data.sources)),
        (
            Words("facts with a source", "注明来源的记载"),
            Words("all; the reader refuses any other", "全部；读取程序拒收其他"),
        ),
        (Words("seats with neither post nor unit", "既无职务也无单位的席位"), len(loose)),
        (
            Words("of them bare names", "其中只有姓名的"),
            sum(bool(s.person and not s.title) for s in loose),
        ),
    ]
    yield from table((WHAT, NUMBER), rows)


def _completeness(data: GroupData) -> Iterator[str]:
    groups = completeness(data)
    yield _headed(Words("Completeness", "完整程度"))
    rows = [
        (Words("chair known", "组长已知"), sum(row.chair for row in groups)),
        (Words("roster complete", "名单完整"), sum(row.roster for row in groups)),
        (Words("founding act known", "成立文件已知"), sum(row.founding for row in groups)),
        (Words("dated", "有日期"), sum(row.dated for row in groups)),
        (
            Words("all four", "四项俱备"),
            sum(row.chair and row.roster and row.founding and row.dated for row in groups),
        ),
    ]
    number = len(groups)
    yield from table((Words(f"of {number} groups", f"{number} 个小组中"), GROUPS), rows)
    yield _headed(Words("Sources by kind", "来源的类别"))
    yield from table(
        (KIND, Words("sources", "来源数")),
        Counter(sorted(row.kind for row in data.sources.values())).most_common(),
    )


def _coverage(data: GroupData) -> Iterator[str]:
    coverage = Coverage(data)
    readings: list[tuple[Words, Callable[[GroupRow], str], Callable[[str], str]]] = [
        (Words("Level of the government that runs it", "主管政府的层级"), coverage.level, _place),
        (Words("Region", "地区"), coverage.region, _place),
        (Words("Field", "领域"), lambda group: group.field, lambda value: term(FIELDS, value).zh),
        (Words("Known from", "始见年代"), coverage.decade, _decade),
    ]
    for title, read, chinese in readings:
        yield _headed(title)
        rows = [(Words(value, chinese(value)), number) for value, number in coverage.table(read)]
        yield from table((Words(title.en.lower(), title.zh), GROUPS), rows)


def _place(value: str) -> str:
    return term(PLACES, value).zh


def _decade(value: str) -> str:
    """A decade in Chinese: 1990s is 1990年代."""
    return f"{value[:-1]}年代" if value[0].isdigit() else _place(value)


def _guard(result: Judged) -> Iterator[str]:
    """What the guard found that is not listed, and what stays for a reason."""
    yield _headed(Words("Finds of the guard", "核查的发现"))
    new, path = len(result.new), "loaders/data/known.yaml"
    listed = Words(
        f"{new} new; the known ones are listed with their reasons in {path}.\n",
        f"新发现 {new} 处；已知情形及其理由列于 {path}。\n",
    )
    yield say(listed)
    kinds = Counter(kind for kind, _ in result.held)
    yield from table((KIND, Words("known", "已知")), kinds.most_common())
    yield ""
    yield from (f"- {say(text)}" for text in told(result))


def _odd(data: GroupData) -> Iterator[str]:
    names = {person.uid: person.name for person in data.persons}
    titles = {post.uid: post.title for post in data.posts}

    def said(seat: SeatRow) -> str:
        return f"{titles.get(seat.post or '', '?')} {names.get(seat.person or '', '')}".strip()

    yield _headed(Words("Chairs outranked by somebody below them", "级别低于其下某人的组长"))
    for group, chair, member in outranked_chairs(data):
        over, under = said(chair), said(member)
        pair = Words(f": {over} below {under}", f"：{over}，低于 {under}")
        yield f"- {group.name} ({group.uid}){say(pair)}"
    yield _headed(Words("Groups of one place with almost the same name", "同地名称几乎相同的小组"))
    for one, other in like_groups(data):
        yield f"- {one.name} ({one.uid}); {other.name} ({other.uid})"
    yield _headed(Words("Names that several persons bear", "数人同名"))
    apart = Words(
        "Told apart (docs/data.md, One person); whom nothing decides is a find of the guard.\n",
        "已作区分（docs/data.md，One person）；无从判定的列为核查的发现。\n",
    )
    yield say(apart)
    for name, uids in namesakes(data).items():
        yield f"- {name}: {', '.join(uid.removeprefix('person:') for uid in uids)}"
    yield _headed(Words("Doubts of the reader", "读取程序的疑问"))
    yield from (f"- {text}" for text in data.warnings)


def table(head: Sequence[Words | str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a table of Markdown, line by line; what is a pair of texts is said."""
    yield f"| {' | '.join(map(_cell, head))} |".replace("|  |", "| |")
    yield "|---" * len(head) + "|"
    yield from (f"| {' | '.join(map(_cell, row))} |" for row in rows)


def _cell(value: object) -> str:
    return say(value) if isinstance(value, Words) else str(value)
