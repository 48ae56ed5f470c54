"""A body other than a division (机构), as a file of the form holds it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.core.dates import Period


@dataclass
class Agency:
    """A body other than a division; `known` ones stand in files, or in the graph, already."""

    uid: str
    name: str
    branch: str
    of: str | None = None
    tie: str | None = None
    rank: int | None = None
    rank_basis: str | None = None
    rank_reason: str | None = None
    general_office: bool = False
    category: str | None = None
    note: str | None = None
    known: bool = False
    period: Period = field(default_factory=lambda: Period.of(None, None))
    under: str | None = None
    """The central body that manages it, by name."""
    names: set[str] = field(default_factory=set)
    sources: dict[str, None] = field(default_factory=dict)

    def entry(self) -> dict[str, object]:
        """The entry of section `units`."""
        fields: dict[str, object] = {
            "uid": self.uid, "name": self.name, "of": self.of, "tie": self.tie,
            "branch": self.branch, "rank": self.rank, "rank_basis": self.rank_basis,
            "rank_reason": self.rank_reason, "general_office": self.general_office or None,
            "category": self.category, "from": self.period.start_edtf, "to": self.period.end_edtf,
            "note": self.note, "source": [*self.sources],
        }  # fmt: skip
        return {key: value for key, value in fields.items() if value is not None}
