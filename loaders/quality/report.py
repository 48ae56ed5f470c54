"""The quality report of the group data as Markdown: docs/quality.md is what this makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from loaders.groups.rows import GroupData, SeatRow
from loaders.quality.checks import (
    Coverage,
    completeness,
    like_groups,
    namesakes,
    outranked_chairs,
    unplaced,
)
from loaders.quality.known import Judged, told

HEAD = """# Quality of the group data

Made by `lsgraph data check`. It covers the core and the dataset (docs/data.md). The data is what was found in
stored public pages: **no sample**, so no figure here says how frequent anything is in China.
"""


def report(data: GroupData, result: Judged) -> str:
    """Return the whole report; the same data and the same judgement give the same text."""
    parts = [
        HEAD, *_numbers(data), *_completeness(data), *_coverage(data), *_guard(result), *_odd(data),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _numbers(data: GroupData) -> Iterator[str]:
    loose = unplaced(data)
    rows = {
        "groups": len(data.groups), "seats": len(data.seats), "posts": len(data.posts),
        "persons": len(data.persons), "agencies": len(data.agencies),
        "documents": len(data.documents), "sources": len(data.sources),
        "facts with a source": "all; the reader refuses any other",
        "seats with neither post nor unit": len(loose),
        "of them bare names": sum(bool(s.person and not s.title) for s in loose),
    }  # fmt: skip
    yield from table(("what", "number"), rows.items())


def _completeness(data: GroupData) -> Iterator[str]:
    groups = completeness(data)
    yield "\n## Completeness\n"
    rows = [
        ("chair known", sum(row.chair for row in groups)),
        ("roster complete", sum(row.roster for row in groups)),
        ("founding act known", sum(row.founding for row in groups)),
        ("dated", sum(row.dated for row in groups)),
        (
            "all four",
            sum(row.chair and row.roster and row.founding and row.dated for row in groups),
        ),
    ]
    yield from table((f"of {len(groups)} groups", "groups"), rows)
    yield "\n## Sources by kind\n"
    yield from table(
        ("kind", "sources"),
        Counter(sorted(row.kind for row in data.sources.values())).most_common(),
    )


def _coverage(data: GroupData) -> Iterator[str]:
    coverage = Coverage(data)
    readings = {
        "Level of the government that runs it": coverage.level,
        "Region": coverage.region,
        "Field": lambda group: group.field,
        "Known from": coverage.decade,
    }
    for title, read in readings.items():
        yield f"\n## {title}\n"
        yield from table((title.lower(), "groups"), coverage.table(read))


def _guard(result: Judged) -> Iterator[str]:
    """What the guard found that is not listed, and what stays for a reason."""
    yield "\n## Finds of the guard\n"
    yield f"{len(result.new)} new; the known ones are listed with their reasons in loaders/data/known.yaml.\n"
    yield from table(("kind", "known"), Counter(kind for kind, _ in result.held).most_common())
    yield ""
    yield from (f"- {text}" for text in told(result))


def _odd(data: GroupData) -> Iterator[str]:
    names = {person.uid: person.name for person in data.persons}
    titles = {post.uid: post.title for post in data.posts}

    def said(seat: SeatRow) -> str:
        return f"{titles.get(seat.post or '', '?')} {names.get(seat.person or '', '')}".strip()

    yield "\n## Chairs outranked by somebody below them\n"
    for group, chair, member in outranked_chairs(data):
        yield f"- {group.name} ({group.uid}): {said(chair)} below {said(member)}"
    yield "\n## Groups of one place with almost the same name\n"
    for one, other in like_groups(data):
        yield f"- {one.name} ({one.uid}); {other.name} ({other.uid})"
    yield "\n## Names that several persons bear\n"
    yield "One person perhaps, or several: statements are joined where they name one body.\n"
    for name, uids in namesakes(data).items():
        yield f"- {name}: {', '.join(uid.removeprefix('person:') for uid in uids)}"
    yield "\n## Doubts of the reader\n"
    yield from (f"- {text}" for text in data.warnings)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a table of Markdown, line by line."""
    yield f"| {' | '.join(head)} |".replace("|  |", "| |")
    yield "|---" * len(head) + "|"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
