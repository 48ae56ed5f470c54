"""What the graph holds: labels, relationship types, and the records that are written as them.

Terms follow Popolo and FollowTheMoney: a post is not its holder, and a holder has a tenure. The full
table of properties is in docs/model.md. The catalogue makes the statements that write them, and those of
constraints and indexes, from `LABELS`, `TIES` and `INDEXES`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.core.marks import marked
from graph.core.words import Words

SCHEMA_VERSION = 4
"""Version of constraints, indexes and properties; written into the graph as (:Schema)."""


class Label(StrEnum):
    """The label under which a node's uid is unique."""

    SOURCE = "Source"
    """出处: where a statement was read."""
    UNIT = "Unit"
    """Divisions (行政区划) and agencies (机构); a second label says which."""
    POST = "Post"
    """职务: an office, apart from its holder."""
    PERSON = "Person"
    DOCUMENT = "Document"
    """文件: the act that founds or changes a group."""
    GROUP = "Group"
    """领导小组 and its kin."""


class TieType(StrEnum):
    """Relationship types; `TIES` tells what each joins."""

    PART_OF = "PART_OF"
    DEPARTMENT_OF = "DEPARTMENT_OF"
    LED_BY = "LED_BY"
    GUIDED_BY = "GUIDED_BY"
    SUCCEEDED_BY = "SUCCEEDED_BY"
    GROUP_SUCCEEDED_BY = "GROUP_SUCCEEDED_BY"
    """SUCCEEDED_BY between two groups: a statement of its own, the same type in the graph."""
    IN = "IN"
    HOLDS = "HOLDS"
    CHAIRS = "CHAIRS"
    DEPUTY_CHAIRS = "DEPUTY_CHAIRS"
    DIRECTS_OFFICE_OF = "DIRECTS_OFFICE_OF"
    SITS_IN = "SITS_IN"
    MEMBER_OF = "MEMBER_OF"
    ESTABLISHED_BY = "ESTABLISHED_BY"
    ISSUED_BY = "ISSUED_BY"
    SOURCED_FROM = "SOURCED_FROM"

    @property
    def stored(self) -> str:
        """The relationship type in the graph: successions of groups and of units share one."""
        return str(TieType.SUCCEEDED_BY if self is TieType.GROUP_SUCCEEDED_BY else self)


@dataclass(frozen=True)
class Ends:
    """The labels that a tie of a type starts and ends at, and what one such tie is."""

    start: tuple[Label, ...]
    end: Label
    meaning: Words


@dataclass(frozen=True)
class Index:
    """A property by which nodes of a label are asked for, and why."""

    label: str
    property: str
    reason: str


LABELS: Mapping[Label, str] = {
    Label.SOURCE: "sources (出处)",
    Label.UNIT: "divisions (行政区划) and agencies (机构)",
    Label.POST: "posts (职务)",
    Label.PERSON: "persons (人)",
    Label.DOCUMENT: "documents (文件)",
    Label.GROUP: "groups (领导小组 and kin)",
}
"""What the nodes of each label are."""

_UNIT, _POST, _GROUP = (Label.UNIT,), (Label.POST,), (Label.GROUP,)

TIES: Mapping[TieType, Ends] = {
    TieType.PART_OF: Ends(
        _UNIT, Label.UNIT, Words("the upper government leads the lower", "上级政府领导下级政府")
    ),
    TieType.DEPARTMENT_OF: Ends(
        _UNIT, Label.UNIT, Words("its own government leads the agency", "机构受本级政府领导")
    ),
    TieType.LED_BY: Ends(_UNIT, Label.UNIT, Words("vertical leadership (垂直领导)", "垂直领导")),
    TieType.GUIDED_BY: Ends(
        _UNIT,
        Label.UNIT,
        Words("professional guidance (业务指导), no command", "业务指导，不具统属效力"),
    ),
    TieType.SUCCEEDED_BY: Ends(
        _UNIT, Label.UNIT, Words("a unit and what came after it (沿革)", "一个单位及其后继（沿革）")
    ),
    TieType.GROUP_SUCCEEDED_BY: Ends(
        _GROUP, Label.GROUP, Words("a group and what came after it", "一个小组及其后继")
    ),
    TieType.IN: Ends(_POST, Label.UNIT, Words("the body of a post", "职务所在的机构")),
    TieType.HOLDS: Ends((Label.PERSON,), Label.POST, Words("a tenure (任期)", "任期")),
    TieType.SITS_IN: Ends(_POST, Label.GROUP, Words("a seat (席位) as documented", "有记载的席位")),
    TieType.CHAIRS: Ends(_POST, Label.GROUP, Words("the seat of a chair (组长)", "组长的席位")),
    TieType.DEPUTY_CHAIRS: Ends(
        _POST, Label.GROUP, Words("the seat of a deputy chair (副组长)", "副组长的席位")
    ),
    TieType.DIRECTS_OFFICE_OF: Ends(
        _POST,
        Label.GROUP,
        Words("the seat of a director of the office (办公室主任)", "办公室主任的席位"),
    ),
    TieType.MEMBER_OF: Ends(
        _UNIT,
        Label.GROUP,
        Words(
            "a unit's membership, folded from listings and seats (成员单位)",
            "一个单位的成员资格，由列名和席位合成（成员单位）",
        ),
    ),
    TieType.ESTABLISHED_BY: Ends(
        _GROUP, Label.DOCUMENT, Words("the founding act of a group", "小组的成立文件")
    ),
    TieType.ISSUED_BY: Ends(
        (Label.DOCUMENT,),
        Label.UNIT,
        Words("the issuer (发文机关) of a document", "文件的发文机关"),
    ),
    TieType.SOURCED_FROM: Ends(
        (Label.UNIT, Label.POST, Label.PERSON, Label.GROUP, Label.DOCUMENT),
        Label.SOURCE,
        Words("where a statement about a node was read (出处)", "关于节点的记载的出处"),
    ),
}
"""The ties that there are; no other is written."""

INDEXES: Mapping[str, Index] = {
    "division_code": Index("Division", "code", "a division is asked for by its code (GB/T 2260)"),
    "division_short": Index("Division", "name_short", "people ask for 山东 and 济南"),
    "group_name": Index("Group", "name", "groups are asked for by name"),
    "person_name": Index("Person", "name", "persons are asked for by name"),
    "post_title": Index("Post", "title", "posts are asked for by title"),
    "unit_name": Index("Unit", "name", "places and agencies are asked for by name"),
}
"""Indexes beside those of the uids, by name."""


class Level(StrEnum):
    """Levels of divisions (行政层级), highest first; each is a label of its units."""

    COUNTRY = "Country"
    PROVINCE = "Province"
    PREFECTURE = "Prefecture"
    COUNTY = "County"
    TOWNSHIP = "Township"


@dataclass(frozen=True)
class Node:
    """A node to write: `labels` beside the main label, `properties` without uid and digest."""

    label: Label
    uid: str
    properties: Mapping[str, Any]
    labels: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """A fingerprint of everything stored: equal digests need no write."""
        return _digest(self.uid, list(self.labels), self.properties)

    def row(self, dataset: str) -> dict[str, Any]:
        """The row that the write statement takes."""
        own = {"uid": self.uid, "dataset": marked(dataset), "digest": self.digest}
        return {"labels": list(self.labels), "properties": {**self.properties, **own}}


@dataclass(frozen=True)
class Tie:
    """A relationship to write; `key` tells parallel ties of one type apart and is unique by type."""

    type: TieType
    start: str
    end: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    part: str = ""

    @property
    def key(self) -> str:
        """Start, end and what tells this tie from another between the same two (a role, a day)."""
        return "|".join(filter(None, (self.start, self.end, self.part)))

    @property
    def digest(self) -> str:
        """A fingerprint of everything stored."""
        return _digest(self.start, self.end, self.properties)

    def row(self, dataset: str) -> dict[str, Any]:
        """The row that the write statement takes."""
        own = {"key": self.key, "dataset": marked(dataset), "digest": self.digest}
        return {"start": self.start, "end": self.end, "properties": {**self.properties, **own}}


_ENCODE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, default=str
).encode
"""One encoder for all: making it anew took a third of the time of a digest."""


def _digest(*parts: object) -> str:
    return hashlib.sha1(_ENCODE(parts).encode(), usedforsecurity=False).hexdigest()[:16]
