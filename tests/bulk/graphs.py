"""Graphs for the tests of bulk loads, and everything that a graph holds, as sets of texts."""

from __future__ import annotations

import datetime as dt

from graph.connection import Database
from graph.core.dates import OPEN_END
from graph.core.model import Label, Node, Tie, TieType
from loaders.write.apply import Records
from tests.servers import statements
from tests.whole import properties, whole

HOSTILE = (
    'say "水", 『河』', "line\nbreak\r\nand\rreturn", "semi;colon,comma\ttab", "=HYPERLINK(1)",
    "😀🏛️", "", "null", "  spaces  ", "back\\slash\\", '\\"', "''", "\x1funit", "\ufeffmark", '"', "-1",
)  # fmt: skip
"""Names that a careless writer or reader of CSV would change."""

ALWAYS = {
    "valid_from": dt.date(1949, 10, 1), "valid_to": OPEN_END, "from_precision": "day", "to_precision": "open",
}  # fmt: skip
SOURCE = Node(Label.SOURCE, "source:t", {"title": "a test"})

KNOWN = {"source": SOURCE.uid, "confidence": "high"}
COUNT = 3_000


def world() -> Records:
    """Some thousands of bodies, each below another: a process of its own reads no data for it."""
    bodies = [
        Node(Label.UNIT, f"u{n}", {"name": f"单位{n}", "rank": n % 10 + 1, **ALWAYS}, ("Agency",))
        for n in range(COUNT)
    ]
    below = [
        Tie(TieType.PART_OF, f"u{n}", f"u{n // 10}", {**ALWAYS, **KNOWN}) for n in range(1, COUNT)
    ]
    sourced = [Tie(TieType.SOURCED_FROM, body.uid, SOURCE.uid, KNOWN) for body in bodies]
    return Records("world", [SOURCE, *bodies], [*below, *sourced])


def hostile() -> list[Records]:
    """Two datasets that overlap, with every label and type and values that are hard to write."""
    nodes = [SOURCE, *(node for n, name in enumerate(HOSTILE) for node in _of(n, name))]
    ties = [
        Tie(kind, f"{name}:{start}{n}", f"{name}:{end}{n}", _known(n, name), part)
        for n, name in enumerate(HOSTILE)
        for start, kind, end in _TIES
        for part in ("", name)
    ]
    sourced = [Tie(TieType.SOURCED_FROM, node.uid, SOURCE.uid, KNOWN) for node in nodes[1:]]
    changed = [Tie(TieType.MEMBER_OF, f"{name}:u{n}", f"{name}:g{n}", {"role": "second", **KNOWN})
               for n, name in enumerate(HOSTILE)]  # fmt: skip
    same = [Tie(TieType.IN, f"{name}:p{n}", f"{name}:u{n}", {"by": "second"})
            for n, name in enumerate(HOSTILE)]  # fmt: skip
    other = [Node(Label.UNIT, f"{HOSTILE[0]}:u0", {"name": "改名"}, ("Agency",)),
             Node(Label.UNIT, "new", {"name": "新"}, ("Agency",))]  # fmt: skip
    twice = Node(Label.GROUP, "twice", {"name": "first"})
    first = Records(
        "one", [*nodes, twice, Node(Label.GROUP, "twice", {"name": "last"})],
        [*ties, *sourced],
    )  # fmt: skip
    return [first, Records('two "2"', other, [*changed, *same])]


_TIES = (
    ("u", TieType.PART_OF, "v"), ("u", TieType.DEPARTMENT_OF, "v"), ("u", TieType.LED_BY, "v"),
    ("u", TieType.GUIDED_BY, "v"), ("u", TieType.SUCCEEDED_BY, "v"), ("p", TieType.IN, "u"),
    ("g", TieType.GROUP_SUCCEEDED_BY, "h"), ("x", TieType.HOLDS, "p"), ("p", TieType.CHAIRS, "g"),
    ("p", TieType.DEPUTY_CHAIRS, "g"), ("p", TieType.DIRECTS_OFFICE_OF, "g"),
    ("p", TieType.SITS_IN, "g"), ("u", TieType.MEMBER_OF, "g"), ("g", TieType.ESTABLISHED_BY, "d"),
    ("d", TieType.ISSUED_BY, "u"),
)  # fmt: skip
"""Every type but SOURCED_FROM, and what it leads from and to."""


def _of(n: int, name: str) -> list[Node]:
    found = {
        "name": name, "rank": n - 7 if n % 2 else 2**40, "listed": [name, "b"], "sure": n % 3 == 0,
        "none": None, "mixed": n if n % 2 else name, "share": n / 7, "on": dt.date(1, 1, 1), **ALWAYS,
    }  # fmt: skip
    lists = {"empty": [], "blank": [""], "numbers": [n, 2]} if n % 4 == 0 else {"empty": ["a"]}
    return [
        Node(Label.UNIT, f"{name}:u{n}", {**found, **lists}, ("Agency",)),
        Node(Label.UNIT, f"{name}:v{n}", found, ("Division", "County")),
        Node(Label.POST, f"{name}:p{n}", {"title": name}),
        Node(Label.PERSON, f"{name}:x{n}", {"name": name}),
        Node(Label.DOCUMENT, f"{name}:d{n}", {"title": name, "issued": "2018"}),
        Node(Label.GROUP, f"{name}:g{n}", {**found, **lists}),
        Node(Label.GROUP, f"{name}:h{n}", {}),
    ]


def _known(n: int, name: str) -> dict[str, object]:
    more: dict[str, object] = {"also_sources": []} if n % 5 == 0 else {}
    return {"role": name, "basis": [name, "x"], "derived": n % 2 == 0, **more, **ALWAYS, **KNOWN}


def whole_with_rules(database: Database) -> tuple[object, ...]:
    """Nodes, ties, rules and marks of a graph; labels and types of values with them."""
    return (
        *whole(database),
        {
            f"{row.name} {row.type} {row.labels} {row.properties}"
            for row in statements.rules(database=database)
        },
        {properties(row) for row in statements.marks(database=database)},
    )
