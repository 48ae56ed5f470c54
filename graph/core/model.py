"""What the graph holds: labels, relationship types, and the records that are written as them.

Terms follow Popolo and FollowTheMoney: a post is not its holder, and a holder has a tenure. The full
table of properties is in docs/definitions.md; `cypher/write/` holds one statement for each record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

SCHEMA_VERSION = 2
"""Version of constraints, indexes and properties; written into the graph as (:Schema)."""


WHOLE_NUMBERS = range(-(2**63), 2**63)
"""Those that a property holds."""


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
    """Relationship types; `cypher/write/write_<type>.cypher` writes each."""

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
        stored = {**self.properties, "uid": self.uid, "dataset": dataset, "digest": self.digest}
        return {"labels": list(self.labels), "properties": stored}


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
        stored = {**self.properties, "key": self.key, "dataset": dataset, "digest": self.digest}
        return {"start": self.start, "end": self.end, "properties": stored}


_ENCODE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, default=str
).encode
"""One encoder for all: making it anew took a third of the time of a digest."""


def _digest(*parts: object) -> str:
    return hashlib.sha1(_ENCODE(parts).encode(), usedforsecurity=False).hexdigest()[:16]
