"""Popolo JSON (popoloproject.com): persons, organizations, posts, memberships, areas, with sources.

Units and groups are organizations, divisions areas too; tenures, seats and listings are memberships.
Links (`sources`) lead only to official sites and known publishers; every source, whose address is kept as
data, stands in a list of its own, to which `source_ids` refer.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.core.model import Label, TieType
from graph.export.columns import NodeTable, TieTable
from graph.export.elements import Elements

Item = dict[str, Any]
UPPER = (TieType.PART_OF, TieType.DEPARTMENT_OF, TieType.LED_BY)
_DATE = re.compile(r"(?:\[\.\.)?(?P<date>\d{4}(?:-\d{2}){0,2})\]?")
_ONE = {"day": 10, "month": 7, "year": 4}


def write_popolo(elements: Elements, path: Path) -> None:
    """The graph, streamed: in memory are the parents of units, the bodies of posts, and the sources."""
    beside = _beside(elements)
    sections: dict[str, Callable[[], Iterator[Item]]] = {
        "persons": lambda: _persons(elements, beside),
        "organizations": lambda: _organizations(elements, beside),
        "posts": lambda: _posts(elements, beside),
        "memberships": lambda: _memberships(elements, beside),
        "areas": lambda: _areas(elements, beside),
        "sources": lambda: iter(beside.sources.values()),
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        before = "{"
        for name, items in sections.items():
            file.write(f'{before}\n"{name}": [')
            before = ""
            for item in items():
                known = {key: value for key, value in item.items() if value is not None}
                text = json.dumps(known, ensure_ascii=False, default=str)
                file.write(f"{before}\n{text}")
                before = ","
            file.write("\n]")
            before = ","
        file.write("\n}\n")


@dataclass
class _Beside:
    """What an item needs of others: its parent, its body, its sources."""

    parents: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Item] = field(default_factory=dict)
    sourced: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def evidence(self, uids: list[str]) -> Item:
        """`source_ids`, and links to those of them that a reader may be sent to."""
        sources = [self.sources[uid] for uid in uids if uid in self.sources]
        links = [{"url": s["url"], "note": s["title"]} for s in sources if s.get("url")]
        return {"sources": links or None, "source_ids": uids or None}

    def of(self, label: Label, uid: str) -> Item:
        """Return the evidence of a node."""
        return self.evidence(self.sourced.get((str(label), uid), []))


def _beside(elements: Elements) -> _Beside:
    beside, last = _Beside(), dict[str, Any]()
    for row in _nodes(elements, Label.SOURCE):
        beside.sources[row["uid"]] = {
            "id": row["uid"], "title": row.get("title") or row["uid"], "url": row.get("url"),
            "read_at": row.get("read_at"), "date": row.get("date"),
            "classification": row.get("kind"),
        }  # fmt: skip
    for row in _ties(elements, TieType.IN):
        beside.bodies[row["start"]] = row["end"]
    for kind in UPPER:
        for row in _ties(elements, kind):
            # Popolo knows one parent: the one that leads last, a division's before an agency's.
            since = str(row.get("valid_from") or "")
            if row["start"] not in beside.parents or since > last[row["start"]]:
                beside.parents[row["start"]], last[row["start"]] = row["end"], since
    for row in _ties(elements, TieType.SOURCED_FROM):
        beside.sourced[row["start_label"], row["start"]].append(row["end"])
    return beside


def _persons(elements: Elements, beside: _Beside) -> Iterator[Item]:
    for row in _nodes(elements, Label.PERSON):
        yield {"id": row["uid"], "name": row.get("name"), "summary": row.get("note"),
               **beside.of(Label.PERSON, row["uid"])}  # fmt: skip


def _organizations(elements: Elements, beside: _Beside) -> Iterator[Item]:
    for row in _nodes(elements, Label.UNIT):
        division = "Division" in row["labels"]
        yield {
            **_organization(row), "classification": row.get("kind") or row.get("branch"),
            "parent_id": beside.parents.get(row["uid"]),
            "area_id": row["uid"] if division else None, "identifiers": _code(row),
            **beside.of(Label.UNIT, row["uid"]),
        }  # fmt: skip
    for row in _nodes(elements, Label.GROUP):
        yield {**_organization(row), "classification": row.get("kind"),
               **beside.of(Label.GROUP, row["uid"])}  # fmt: skip


def _organization(row: Mapping[str, Any]) -> Item:
    english = row.get("name_en")
    return {
        "id": row["uid"], "name": row.get("name") or row["uid"],
        "other_names": [{"name": english, "note": "English"}] if english else None,
        "founding_date": _date(row, "from"), "dissolution_date": _date(row, "to"),
    }  # fmt: skip


def _posts(elements: Elements, beside: _Beside) -> Iterator[Item]:
    for row in _nodes(elements, Label.POST):
        label = row.get("title") or row["uid"]
        yield {"id": row["uid"], "label": label, "role": row.get("mode") or label,
               "organization_id": beside.bodies.get(row["uid"]),
               **beside.of(Label.POST, row["uid"])}  # fmt: skip


def _memberships(elements: Elements, beside: _Beside) -> Iterator[Item]:
    for row in _ties(elements, TieType.HOLDS):
        yield {**_membership("holds", row, beside), "person_id": row["start"], "post_id": row["end"],
               "organization_id": beside.bodies.get(row["end"])}  # fmt: skip
    for row in _ties(elements, TieType.SITS_IN):
        yield {
            **_membership("sits_in", row, beside), "role": row.get("role"),
            "label": row.get("title"), "person_id": row.get("person"), "post_id": row["start"],
            "organization_id": row["end"], "on_behalf_of_id": beside.bodies.get(row["start"]),
        }  # fmt: skip
    for row in _ties(elements, TieType.MEMBER_OF):
        yield {**_membership("member_of", row, beside), "role": row.get("role"),
               "member": {"@type": "Organization", "id": row["start"]},
               "organization_id": row["end"]}  # fmt: skip


def _membership(kind: str, row: Mapping[str, Any], beside: _Beside) -> Item:
    uids = [row["source"], *(row.get("also_sources") or ())] if row.get("source") else []
    return {"id": f"{kind}/{row['key']}", "start_date": _date(row, "from"),
            "end_date": _date(row, "to"), **beside.evidence(uids)}  # fmt: skip


def _areas(elements: Elements, beside: _Beside) -> Iterator[Item]:
    for row in _nodes(elements, Label.UNIT):
        if "Division" in row["labels"]:
            yield {"id": row["uid"], "name": row.get("name"), "identifier": row.get("code"),
                   "classification": row.get("level"),
                   "parent_id": beside.parents.get(row["uid"]),
                   **beside.of(Label.UNIT, row["uid"])}  # fmt: skip


def _code(row: Mapping[str, Any]) -> list[Item] | None:
    return [{"identifier": row["code"], "scheme": "GB/T 2260"}] if row.get("code") else None


def _date(row: Mapping[str, Any], end: str) -> str | None:
    """Return the date as the source gives it, else as exact as it is known; "known by" is left out.

    Popolo cannot say "known by", so such a start is left out.
    """
    precision = row.get(f"{end}_precision")
    text = row.get(f"{end}_edtf")
    if precision not in _ONE:
        return None
    written = _DATE.fullmatch(text) if text else None
    if written:
        return written["date"]
    day = row.get(f"valid_{end}")
    return day.isoformat()[: _ONE[precision]] if day and end == "from" else None


def _nodes(elements: Elements, label: Label) -> Iterator[dict[str, Any]]:
    for table in elements.tables:
        if isinstance(table, NodeTable) and table.label is label:
            yield from elements.rows(table)


def _ties(elements: Elements, kind: TieType) -> Iterator[dict[str, Any]]:
    for table in elements.tables:
        if isinstance(table, TieTable) and table.type is kind:
            yield from elements.rows(table)
