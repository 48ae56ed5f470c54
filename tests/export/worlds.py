"""The small graph that holds everything, with texts that break what does not quote them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

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
    "]\n] AS row", "// no comment", "*/", "😀👩👧", "济南市", "\u2028", "ö", "é",
    "\ufffe",
    "_x0041_", "null", "NA", "NaN", "true", "007", "1e5", "2018-12-26", "<b>&amp;</b>]]>", "[\"a\"]",
    "𠮷野家", "x" * 3000,
)  # fmt: skip
UNSEEN = ("👩\u200d👧", "济南市\u200b\u202e", "\u2028\u0085", "\x00", "\x07\x1f")
"""What a graph of an earlier version may hold, and no file brings in."""


def hostile_records(texts: Sequence[str] = HOSTILE) -> Records:
    """A node and a tie for each hostile text: as name, in lists, as uid and in keys."""
    return Records("hostile '=1", tuple(_nodes(texts)), tuple(_ties(texts)))


def _nodes(texts: Sequence[str]) -> Iterator[Node]:
    yield Node(Label.SOURCE, "hostile", {"title": "t", "kind": "press"})
    period = Period.of("[..2018-07]", None).properties()
    for number, text in enumerate(texts):
        named = {"name": text, "kind": "领导小组", "field": text, "leadership": "unknown"}
        group = {**named, **period, "roster": "unknown", "notes": list(texts), "in_paper": False}
        yield Node(Label.GROUP, f"group:hostile:{number}", group)
        yield Node(Label.PERSON, f"person:hostile:{number}:{text}", {"name": text, "note": text})
    yield Node(Label.POST, "post:hostile", {"mode": "OTHER"})


def _ties(texts: Sequence[str]) -> Iterator[Tie]:
    found = provenance(["hostile", "another"], "low")
    for number, text in enumerate(texts):
        uid = f"person:hostile:{number}:{text}"
        yield from sourced(uid, ["hostile"])
        for day, role in (("2018", "member"), ("2019-02-03", "chair")):
            seat = {**Period.of(day, "..").properties(), "role": role, "person": uid, "title": text}
            parts = f"{role}|{text}"
            yield Tie(
                TieType.SITS_IN, "post:hostile", f"group:hostile:{number}", seat | found, parts
            )


def write_world(database: Database, texts: Sequence[str] = HOSTILE) -> None:
    """Empty the graph and write both: everything there is, and what is hostile."""
    empty(database)
    sync(database, lint_records())
    sync(database, hostile_records(texts))


A_DAY = dt.date(2018, 12, 25)
