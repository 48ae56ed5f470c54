"""A notice as JSON, and as a draft (form lsgraph/tables/1): YAML for a person to check, then to load."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from graph.core.language import say
from graph.core.words import NOTHING, Words
from loaders.files.characters import simplified
from loaders.notices.changes import STAYS, Change, Changes, Held
from loaders.notices.model import LOW, Group, Notice, Seat
from loaders.notices.words.groups import KINDS
from loaders.notices.words.text import squeezed

Rows = list[dict[str, Any]]
FORM = "lsgraph/tables/1"
_HEAD = Words(
    """\
# A draft that a program read from a notice. Nothing is loaded before a person has checked it.
# 1. Compare the facts below with the head and the end of the notice; what it does not say is empty.
# 2. Look at every seat with `certainty: low`; the comment above it says what is doubtful.
# 3. Look at `not_understood`: these lines of the roster gave no seat. Add by hand what belongs there.
# 4. When a seat is right, set its certainty to high; then load the file like any other.
""",
    """\
# 本草稿由程序读自通知。须经人核对，才会载入。
# 1. 将下列各项与通知的首尾核对；通知未载明的留空。
# 2. 查看每个 certainty: low 的席位；其上方的注释说明存疑之处。
# 3. 查看 not_understood：名单中的这些行没有读出席位。应有的内容请手工补上。
# 4. 席位核对无误后，将其 certainty 改为 high；然后与其他文件一样载入。
""",
)
_MACHINE = Words(
    "# A machine read this from a picture: it may have taken a character for another of like shape.\n"
    "# Compare every seat with the picture.\n",
    "# 本文由程序从图片识别：可能把字认成形近字。\n# 请将每个席位与图片核对。\n",
)
_TRADITIONAL = Words(
    "# The notice is printed in traditional characters. Seats have the simplified ones, which the tables of\n"
    "# bodies know; the comment above each has the words as published.\n",
    "# 通知以繁体字印行。席位使用简体字，与机构表一致；\n# 其上方的注释为原文。\n",
)
_SEATS = Words(
    "# line: where the seat stands in the file. person empty: the notice gives a title only.\n",
    "# line：席位在文件中的行号。person 为空：通知只写职务。\n",
)
_LEFT = Words(
    "# Lines of a roster that gave no seat, each with the reason. They change nothing when loaded.\n",
    "# 名单中没有读出席位的行及其原因。载入时不起作用。\n",
)

_OF_SOURCES = Words(
    "# url: where the notice can be read; licence: whether its text may be passed on.\n",
    "# url：通知的网址；licence：其文本可否转载。\n",
)
_OF_GROUPS = Words(
    "# from: the day of the notice, where no other day of effect is known; place: who runs the group.\n",
    "# from：未载明其他生效日期时，取通知的日期；place：小组所属的地方。\n",
)
_OF_CHANGES = Words(
    "# Beside the group of the graph; `from` and `to` are the day of the notice. Load this under the name\n"
    "# by which the group was loaded (--name), so that it replaces that.\n",
    "# 与图谱中的小组对照；from 与 to 取通知的日期。\n"
    "# 请以该小组载入时的名称（--name）载入，以替换原有内容。\n",
)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that YAML writes escaped, line separators too."""


def draft(notice: Notice, path: Path, changes: Changes | None = None) -> str:
    """The YAML text of a notice read from `path`; ends with a line feed.

    With `changes` it holds the whole group of the graph: seats that end, that stay, and new ones.
    """
    tables = draft_tables(notice, path, changes)
    parts = [
        say(_HEAD), say(_MACHINE) * notice.machine, say(_TRADITIONAL) * notice.traditional,
        f"form: {FORM}\n", say(_OF_SOURCES),
        _table("sources", tables["sources"]),
        _table("documents", tables["documents"]),
        say(_OF_GROUPS),
        _table("groups", tables["groups"]), _changed(changes), *_seats(notice, tables["seats"]),
        *_doubts(notice),
    ]  # fmt: skip
    return "".join(parts)


def draft_tables(
    notice: Notice, path: Path, changes: Changes | None = None
) -> dict[str, list[dict[str, Any]]]:
    """The rows of a draft by table: sources, documents, groups, and seats in the order of the notice.

    With `changes` the seats that the graph holds follow: closed by the day of the notice, or as they are.
    """
    facts = notice.facts
    issued = facts.date
    source = {
        "source": "s1",
        "title": facts.title or path.name,
        "url": None,
        "kind": "gov_doc",
        "date": issued,
    }
    document = {
        "document": "d1", "number": facts.number, "title": facts.title, "issued": issued,
        "issuers": "; ".join(facts.issuers) or None, "source": "s1",
    }  # fmt: skip
    groups = [_group(notice, number, group) for number, group in enumerate(notice.groups, start=1)]
    seats = [
        _seat(notice, number, seat)
        for number, group in enumerate(notice.groups, start=1) for seat in group.seats
    ]  # fmt: skip
    tables = {"sources": [source], "documents": [document], "groups": groups, "seats": seats}
    if changes:
        _amend(tables, changes, len(notice.groups[0].seats))
    return tables


def _amend(tables: dict[str, Rows], changes: Changes, seats: int) -> None:
    """Put a group of the graph into the rows of a draft whose first `seats` seats are its new ones.

    The group keeps its id, name and start; a seat that ends closes on the day of the notice.
    """
    own = changes.uid.removeprefix("group:").rpartition(".")[2]
    ids = {row.uid: f"s{number}" for number, row in enumerate(changes.sources, start=2)}
    cited = ((ids[row.uid], row) for row in changes.sources)
    tables["sources"] += [
        {"source": id, "title": row.title, "url": row.url, "kind": row.kind, "licence": row.licence}
        for id, row in cited
    ]
    tables["groups"][0] |= {
        "group": own, "name": changes.name, "from": changes.since, "document": None,
    }  # fmt: skip
    new = zip(tables["seats"][:seats], changes.changes, strict=False)
    tables["seats"][:seats] = [_begun(row, one, changes.day) | {"group": own} for row, one in new]
    ended = [one for one in changes.changes if one.kind != STAYS or one.seat is None]
    tables["seats"] += [
        {"group": own} | _ended(one.held, None if one.kind == STAYS else changes.day, ids)
        for one in ended
        if one.held
    ]


def _begun(row: dict[str, Any], one: Change, day: str | None) -> dict[str, Any]:
    """A row of the notice: a seat that stays keeps its start, any other begins on the day.

    A title that only the seat before has comes along, in doubt.
    """
    if one.held is None:
        return row | {"from": day}
    before = {"title": one.held.title, "unit": _unit(one.held.unit)} if not row["title"] else {}
    doubt = {"certainty": LOW} if one.check else {}
    return row | before | doubt | {"from": one.held.since if one.kind == STAYS else day}


def _ended(held: Held, end: str | None, ids: Mapping[str, str]) -> dict[str, Any]:
    """A row of a seat that the graph holds; `end` is None where it stays."""
    return {
        "role": held.role, "person": held.person, "title": held.title, "unit": _unit(held.unit),
        "from": held.since, "to": end, "source": ids.get(held.source or "", "s1"),
    }  # fmt: skip


def _unit(uid: str | None) -> str | None:
    """A unit as a cell names it: 370100:济南市 of a division, an agency by its uid."""
    kind, _, rest = (uid or "").partition(":")
    return ":".join(rest.split(":")[:2]) if kind == "div" else uid


def _changed(changes: Changes | None) -> str:
    """What a notice changes of a group, as comments above its seats."""
    if changes is None:
        return ""
    return say(_OF_CHANGES) + "".join(f"# {squeezed(say(one))}\n" for one in changes.said)


def _seat(notice: Notice, group: int, seat: Seat) -> dict[str, Any]:
    row = (seat.with_words(simplified) if notice.traditional else seat).to_dict()
    cells = {"person" if key == "name" else key: row[key] for key in row if key != "check"}
    return {"group": f"g{group}"} | cells | {"source": "s1"}


def notice_json(notice: Notice, changes: Changes | None = None) -> str:
    """The notice as a JSON object, Chinese as it stands, with what it changes; ends with a line feed."""
    told = notice.to_dict() | ({"changes": changes.to_dict()} if changes else {})
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _group(notice: Notice, number: int, group: Group) -> dict[str, Any]:
    name = group.name or (notice.facts.name if number == 1 else None)
    return {
        "group": f"g{number}", "name": name, "kind": _kind(name and simplified(name)),
        "place": _place(notice), "from": notice.facts.date, "document": "d1", "source": "s1",
    }  # fmt: skip


def _place(notice: Notice) -> str | None:
    place = notice.facts.place
    return None if place == "国务院" else place


def _kind(name: str | None) -> str | None:
    """领导小组 of 济南市河长制领导小组; any other 组 is a working group."""
    if name is None:
        return None
    told = next((kind for kind in KINDS.split("|") if name.endswith(kind)), None)
    return told or ("工作组" if name.endswith("组") else None)


def _seats(notice: Notice, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not rows:
        advice = notice.advice or NOTHING
        yield f"# {say(Words('No seat was found.', '没有读出席位。'))} {say(advice)}\nseats: []\n"
        return
    yield f"{say(_SEATS)}seats:\n"
    seats = [seat for group in notice.groups for seat in group.seats]
    for seat, row in zip_longest(seats, rows):
        if seat is None:
            yield f"- {_flow(row)}\n"
            continue
        if seat.check:
            yield f"# check: {squeezed(say(seat.check))}\n"
        if notice.traditional:
            words = ", ".join(filter(None, (seat.person, seat.title, seat.unit)))
            yield f"# published: {squeezed(words)}\n"
        yield f"- {_flow(row)}\n"


def _doubts(notice: Notice) -> Iterator[str]:
    if not notice.not_understood:
        yield "not_understood: []\n"
        return
    yield say(_LEFT)
    yield _table("not_understood", [doubt.to_dict() for doubt in notice.not_understood])


def _table(name: str, rows: list[dict[str, Any]]) -> str:
    return "".join([f"{name}:\n", *(f"- {_flow(row)}\n" for row in rows)])


def _flow(row: Mapping[str, Any]) -> str:
    """A row on one line; every text in quotes, so that nothing in a notice is YAML of its own."""
    cells = (f"{key}: {_value(value)}" for key, value in row.items() if value is not None)
    return "{" + ", ".join(cells) + "}"


def _value(value: Any) -> str:
    """A number or plain word as it is, any other text in quotes: JSON's escapes are YAML's."""
    text = str(value)
    if isinstance(value, int) or (text.isascii() and text.isalpha()):
        return text
    made = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
