"""The form of a coding sheet: its columns and closed lists, and the rules that coders follow."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

from graph.core.terms import LEADERSHIPS, ROSTERS, TYPES
from graph.export.columns import Column, Table

CODING = Path(__file__).parents[1] / "data" / "coding"
RULES_FILE = CODING / "rules.csv"

UNKNOWN_TYPE = "UNKNOWN"
HALVES = ("A", "B")
YES_NO = ("yes", "no")

FIXED = (
    Column("uid", "string", "the group", required=True),
    Column("name", "string", "its name"),
    Column("day", "string", "the day that is coded", required=True),
    Column("cluster", "string", "groups that share a founding act or a chair; empty: on its own"),
    Column("half", "string", "half of the clusters, drawn by the seed", values=HALVES),
)  # fmt: skip
"""What the draw fixes: coders leave it as it is."""

INPUTS = (
    Column("chair_name", "string", "who chairs; several parted by 、; unknown; none"),
    Column("chair_post", "string", "the post by which they chair, as the source writes it"),
    Column("presiding", "string", "who presided or leads without being called chair; none"),
    Column("n_member_governments", "string", "a whole number, or unknown", unit="governments"),
    Column("members", "string", "member governments, parted by 、; all members where fewer than two are"),
    Column("host", "string", "the government that calls its subordinates together; none"),
    Column("issuer", "string", "who issued the founding act, parted by 、; unknown"),
    Column("leadership", "string", "form of the chair", values=tuple(LEADERSHIPS)),
    Column("roster", "string", "whether the sources list every member", values=tuple(ROSTERS)),
)  # fmt: skip
ANSWERS = (
    Column("type_by_table", "string", "the type by the rules", values=tuple(TYPES)),
    Column("type_by_idea", "string", "the type by the idea alone", values=tuple(TYPES)),
)
LAST = (
    Column("source_sufficient", "string", "whether sources carry an answer", None, YES_NO, True),
    Column("note", "string", "what a reader should know"),
)  # fmt: skip

SHEET = Table(
    "coding", "a group on a day, as one coder reads it", (*FIXED, *INPUTS, *ANSWERS, *LAST)
)
SHOWN = (
    Column("answers_1", "string", "what one of two coders said, where they differ; in random order"),
    Column("answers_2", "string", "what the other said"),
)  # fmt: skip
THIRD = Table(
    "coding", "a group on which two coders differ", (*FIXED, *SHOWN, *INPUTS, *ANSWERS, *LAST)
)
RULES = Table("rules", "a rule that coders follow", (
    Column("part", "string", "what it is about"),
    Column("step", "string", "the first that fits counts"),
    Column("answer", "string", "what to write"),
    Column("rule", "string", "the rule"),
))  # fmt: skip
SOURCES = Table("sources", "a source of a group", (
    Column("uid", "string", "the group"),
    Column("name", "string", "its name"),
    Column("source", "string", "uid of the source"),
    Column("title", "string", "title of the source"),
    Column("address", "string", "where it was read"),
    Column("kind", "string", "kind of source"),
    Column("date", "string", "its date (EDTF)"),
))  # fmt: skip

TYPED = tuple(column.name for column in ANSWERS)
COMPARED = (*TYPED, *(column.name for column in INPUTS))
"""The columns that are held together."""

_SEPARATORS = str.maketrans(dict.fromkeys(",;|/\n", "、"))


def rules() -> list[Mapping[str, str]]:
    """The rules as they ship."""
    with RULES_FILE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def answer(column: str, cells: Mapping[str, str]) -> str | None:
    """What a coder says in a column, in a form that compares; None where it was left open.

    Texts are compared apart from width, case, spaces and the order of several names.
    """
    text = cells.get(column, "")
    if not text or column in TYPED:
        return text or None
    parts = normalize("NFKC", text).casefold().translate(_SEPARATORS).split("、")
    return "、".join(sorted({"".join(part.split()) for part in parts} - {""})) or None
