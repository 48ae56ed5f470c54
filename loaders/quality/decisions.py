"""The reviewed decisions on names that several nodes bear: one line a name, with its reason and source.

    persons:
    - {name: 韩俊, one: [agency:农业农村部, "340000"], why: ..., source: https://...}
    - {name: 黄强, apart: ["510000", "350200"], why: ...}

Nodes are named by the bodies of their posts, since a node has no uid before it is decided: `one` lists
the bodies of one person, `apart` the sides, each a body or a list of bodies. What is in a file of its own
already may be named by its uid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from graph.core.words import Words
from loaders.form.listed import read_list
from loaders.form.values import Row, Text, UnitRef, fault

SHIPPED = Path(__file__).parents[1] / "data" / "persons.yaml"


def _many(value: object) -> object:
    return [value] if isinstance(value, str | int) else value


Side = Annotated[tuple[UnitRef, ...], BeforeValidator(_many), Field(min_length=1)]


class Decision(Row):
    """What was decided of a name: the bodies of `one` person, or of several that stand `apart`."""

    name: Text
    one: Annotated[tuple[UnitRef, ...], Field(min_length=2)] | None = None
    apart: Annotated[tuple[Side, ...], Field(min_length=2)] | None = None
    why: Text
    source: Annotated[tuple[Text, ...], BeforeValidator(_many)] = ()

    @model_validator(mode="after")
    def _decides(self) -> Decision:
        if (self.one is None) == (self.apart is None):
            told = Words(
                "A decision has either `one` (bodies of one person) or `apart` (sides).",
                "一项认定须有 one（同一人的各单位）或 apart（各方）之一。",
            )
            raise fault("decision", told)
        return self

    @property
    def reason(self) -> str:
        """The reason with what it was read in."""
        return f"{self.why} ({', '.join(self.source)})" if self.source else self.why

    def parts(self, bodies: Iterable[str], others: Iterable[str]) -> bool:
        """Whether it tells a node of these bodies from one of the others."""
        first, second = set(bodies), set(others)
        return any(
            (first & {*a} and second & {*b}) or (first & {*b} and second & {*a})
            for a, b in combinations(self.apart or (), 2)
        )


@cache
def shipped_decisions() -> tuple[Decision, ...]:
    """The project's own decisions, read once."""
    return read_decisions(SHIPPED)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises InvalidData with every fault, its file and line."""
    return read_list(path, "persons", Decision)


def parting(
    decisions: Sequence[Decision], name: str, bodies: Iterable[str], others: Iterable[str]
) -> Decision | None:
    """The decision that tells two nodes of a name apart, None where there is none."""
    first, second = tuple(bodies), tuple(others)
    return next((d for d in decisions if d.name == name and d.parts(first, second)), None)


def joining(
    decisions: Sequence[Decision], name: str, bodies: Iterable[str], others: Iterable[str]
) -> Decision | None:
    """The decision that says that two nodes of a name are one person, None where there is none."""
    first, second = set(bodies), set(others)
    return next(
        (
            d
            for d in decisions
            if d.name == name and first & {*(d.one or ())} and second & {*(d.one or ())}
        ),
        None,
    )
