"""The titles of titles.yaml: what each is asked with, and what is right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from graph.offices.body_words import words

FILE = Path(__file__).parent / "titles.yaml"
UNIT = "UNIT"
"""Stands for the mode where the title means the unit itself."""


@dataclass(frozen=True)
class Answer:
    """A post as a door answers it: the name of its body, mode, branch and rank."""

    body: str
    mode: str
    branch: str
    rank: int | None


@dataclass(frozen=True)
class Title:
    """A title beside a place on a day; `posts` None: it must not be understood."""

    text: str
    code: str
    place: str
    day: dt.date
    posts: tuple[dict[str, Any], ...] | None
    seat: int
    unit: bool
    township: bool
    house: bool

    @property
    def id(self) -> str:
        """The title with its place and year."""
        return f"{self.text}-{self.code}-{self.day.year}"

    def misses(self, seat: int, answers: list[Answer], in_graph: bool = False) -> list[str]:
        """What of the answers, in their order with the one that sits, is not right."""
        expected = self.posts or ()
        told = [f"{len(answers)} posts"] if len(answers) != len(expected) else []
        told += [f"seat {seat}"] if seat != self.seat else []
        for one, right in zip(answers, expected, strict=False):
            told += [str(one)] if not _agrees(one, right, in_graph) else []
        return told


def _agrees(one: Answer, right: dict[str, Any], in_graph: bool) -> bool:
    names = {words().key(name) for name in (right["body"], *right.get("also", ()))}
    rank = right.get("override", right["rank"])
    ranks = {rank, right["rank_in_graph"]} if in_graph and "rank_in_graph" in right else {rank}
    same = one.mode in (UNIT, right["mode"]) and one.branch == right["branch"]
    return words().key(one.body) in names and same and one.rank in ranks


@cache
def titles() -> tuple[Title, ...]:
    """All titles that are asked."""
    rows = YAML(typ="safe").load(FILE.read_text(encoding="utf-8"))["titles"]
    return tuple(map(_title, rows))


def _title(row: dict[str, Any]) -> Title:
    code, name = row["place"].split()
    posts = tuple(row["posts"]) if "posts" in row else None
    return Title(
        row["title"], code, name, dt.date.fromisoformat(row["day"]), posts, row.get("seat", 0),
        row.get("unit", False), row.get("township", False), row.get("house", False),
    )  # fmt: skip
