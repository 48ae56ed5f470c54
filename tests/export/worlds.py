"""The small graph that holds everything, with texts that break what does not quote them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from graph.connection import Database
from graph.core.dates import Period
from graph.core.model import Label, Node, Tie, TieType
from loaders.write.apply import Records, sync
from loaders.write.provenance import provenance, sourced
from tests.cypher.lint_graph import lint_records
from tests.servers import empty

HOSTILE = (
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "'quoted'", "'", '"', '""', "", " ", " x ",
    "a\nb", "a\r\nb", "a\rb", "\tb", "\nb", "a,b;c|d", "a\\'b\\", "\\u0027}) DETACH", "`tick`", "$rows",
    "]\n] AS row", "// no comment", "*/", "😀👩‍👩‍👧", "济南市​\u202e", "\u2028\u0085", "\x00",
    "\x07\x1f", "\ufffe",
    "_x0041_", "null", "NA", "NaN", "true", "007", "1e5", "2018-12-26", "<b>&amp;</b>]]>", "[\"a\"]",
    "𠮷野家", "x" * 3000,
)  # fmt: skip
LISTED = tuple(text for text in HOSTILE if text and "\x1f" not in text)
"""Those that a list for neo4j-admin holds too."""


def hostile_records() -> Records:
    """A node and a tie for each hostile text: as name, in lists, as uid and in keys."""
    return Records("hostile '=1", tuple(_nodes()), tuple(_ties()))


def _nodes() -> Iterator[Node]:
    yield Node(Label.SOURCE, "hostile", {"title": "t", "kind": "press"})
    period = Period.of("[..2018-07]", None).properties()
    for number, text in enumerate(HOSTILE):
        named = {"name": text, "kind": "领导小组", "field": text, "leadership": "unknown"}
        group = {**named, **period, "roster": "unknown", "notes": list(LISTED), "in_paper": False}
        yield Node(Label.GROUP, f"group:hostile:{number}", group)
        yield Node(Label.PERSON, f"person:hostile:{number}:{text}", {"name": text, "note": text})
    yield Node(Label.POST, "post:hostile", {"mode": "OTHER"})


def _ties() -> Iterator[Tie]:
    found = provenance(["hostile", "another"], "low")
    for number, text in enumerate(HOSTILE):
        uid = f"person:hostile:{number}:{text}"
        yield from sourced(uid, ["hostile"])
        for day, role in (("2018", "member"), ("2019-02-03", "chair")):
            seat = {**Period.of(day, "..").properties(), "role": role, "person": uid, "title": text}
            parts = f"{role}|{text}"
            yield Tie(
                TieType.SITS_IN, "post:hostile", f"group:hostile:{number}", seat | found, parts
            )


def write_world(database: Database) -> None:
    """Empty the graph and write both: everything there is, and what is hostile."""
    empty(database)
    sync(database, lint_records())
    sync(database, hostile_records())


A_DAY = dt.date(2018, 12, 25)
