"""The rows of each table, read off the very records that the graph is written from."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from graph.core.dates import Precision, start_bound
from graph.core.model import Label, Node, Tie, TieType
from graph.core.moved import moves
from loaders.divisions.read import DivisionData, read_divisions
from loaders.divisions.records import division_facts
from loaders.form.schema import SourceEntry
from loaders.groups.records import group_records
from loaders.groups.rows import GroupData
from loaders.groups.seat_records import seat_key
from loaders.groups.unit_chairs import headed
from loaders.package.ids import id_of
from loaders.package.statements import statement_rows
from loaders.package.tables import SEPARATOR, STATEMENTS, TABLES, Rows, Table, Value
from loaders.package.wikidata import wikidata_of
from loaders.write.apply import Records

TABLE = Path(__file__).parents[1] / "data" / "read_days.csv"
"""Source and the day on which it was read, for sources whose entry does not say it."""


def read_day(uid: str, sources: Mapping[str, SourceEntry]) -> dt.date | None:
    """The day on which the source was read, None where none is recorded to the day."""
    told = sources[uid].read if uid in sources else None
    return _day(told or _recorded().get(uid))


def _day(text: str | None) -> dt.date | None:
    bound = start_bound(text) if text else None
    return bound.day if bound and bound.precision is Precision.DAY else None


@cache
def _recorded() -> Mapping[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["uid"]: row["read"] for row in csv.DictReader(file)}


Raw = list[dict[str, object]]

ENDS: Mapping[TieType, tuple[str, str, str]] = {
    TieType.SITS_IN: ("seats", "post", "group"),
    TieType.HOLDS: ("tenures", "person", "post"),
    TieType.MEMBER_OF: ("members", "unit", "group"),
    TieType.GROUP_SUCCEEDED_BY: ("successions", "group", "successor"),
    TieType.DEPARTMENT_OF: ("unit_ties", "lower", "upper"),
    TieType.LED_BY: ("unit_ties", "lower", "upper"),
    TieType.GUIDED_BY: ("unit_ties", "lower", "upper"),
}
"""The table of a relationship and the columns of its start and end."""
NODES = {Label.GROUP: "groups", Label.POST: "posts", Label.PERSON: "persons", Label.UNIT: "units",
         Label.DOCUMENT: "documents", Label.SOURCE: "sources"}  # fmt: skip
TIMES = {"from_edtf": "from", "to_edtf": "to"}


def package_rows(data: GroupData, divisions: DivisionData | None = None) -> dict[str, Rows]:
    """Return the rows of every table, sorted by key, so that the same data gives the same files."""
    rows = entry_rows(data, divisions)
    return rows | {STATEMENTS.name: _typed(STATEMENTS, statement_rows(rows, data))}


def entry_rows(data: GroupData, divisions: DivisionData | None = None) -> dict[str, Rows]:
    """Return the rows of every table but the statements, which are made of all the others in some seconds."""
    table = divisions or read_divisions()
    records = group_records(data, division_facts(table))
    raw = _raw(records)
    raw["claims"] = list(_claims(data))
    raw["moved"] = [{**asdict(move), "new": move.new or None} for move in moves().values()]
    raw["units"] += _divisions(raw, table)
    for row in raw["sources"]:
        row["read_day"] = read_day(str(row["uid"]), data.sources)
    return {one.name: _typed(one, raw[one.name]) for one in TABLES}


def _raw(records: Records) -> dict[str, Raw]:
    lists = _lists(records.ties)
    tables: dict[str, Raw] = defaultdict(list)
    for node in {(node.label, node.uid): node for node in records.nodes}.values():
        tables[NODES[node.label]].append(_node(node, lists))
    for tie in records.ties:
        if tie.type in ENDS:
            name, start, end = ENDS[tie.type]
            tables[name].append(_tie(tie, start, end))
    return tables


def _lists(ties: Iterable[Tie]) -> Mapping[tuple[TieType, str], list[str]]:
    """Say what a node is tied to, by kind of tie: its sources, its founding acts, its unit."""
    ends: dict[tuple[TieType, str], list[str]] = defaultdict(list)
    for tie in ties:
        ends[tie.type, tie.start].append(tie.end)
    return ends


def _node(node: Node, lists: Mapping[tuple[TieType, str], list[str]]) -> dict[str, object]:
    uid = node.uid
    beside: dict[str, object] = {
        "sources": lists.get((TieType.SOURCED_FROM, uid)),
        "established_by": lists.get((TieType.ESTABLISHED_BY, uid)),
        "issuers": lists.get((TieType.ISSUED_BY, uid)),
        "unit": next(iter(lists.get((TieType.IN, uid), ())), None),
        "what": "agency" if node.label is Label.UNIT else None,
        "wikidata": wikidata_of(uid, node.properties.get("name")),
    }
    return {"uid": uid, "id": id_of(uid), **_properties(node.properties), **beside}


def _tie(tie: Tie, start: str, end: str) -> dict[str, object]:
    kind = {"kind": str(tie.type)} if start == "lower" else {}
    key = f"{tie.type}|{tie.key}" if start == "lower" else tie.key
    return {**_properties(tie.properties), "key": key, start: tie.start, end: tie.end, **kind}


def _properties(properties: Mapping[str, object]) -> dict[str, object]:
    """Stored bounds go back to the dates of the source (EDTF); what is not known is left out."""
    return {TIMES.get(key, key): value for key, value in properties.items()}


def _divisions(raw: Mapping[str, Raw], table: DivisionData) -> Raw:
    """Return the divisions that a row of another table names."""
    named = {str(row["unit"]) for row in (*raw["posts"], *raw["members"]) if row.get("unit")}
    named |= {str(row["place"]) for row in raw["groups"] if row.get("place")}
    named |= {str(row["upper"]) for row in raw["unit_ties"]}
    return [
        {
            "uid": unit.uid, "name": unit.name, "what": "division", "code": unit.code,
            "wikidata": wikidata_of(unit.uid, unit.name), "level": unit.level, "kind": unit.kind,
            "rank": unit.rank,
            **_properties(table.periods[unit.uid].properties()),
        }
        for unit in table.units if unit.uid in named
    ]  # fmt: skip


def _claims(data: GroupData) -> Iterator[dict[str, object]]:
    """What sources say of groups and seats beside what their rows say."""
    told = [("groups", row.group, row.group, row.claim) for row in data.claims]
    told += [
        ("seats", seat_key(headed(seat)), seat.group, claim)
        for seat in data.seats for claim in seat.claims
    ]  # fmt: skip
    for table, entity, group, claim in told:
        row = {"table": table, "entity": entity, "group": group, "property": claim.about,
               "value": claim.text, "sources": list(claim.sources)}  # fmt: skip
        key = sha256("|".join((*map(str, row.values()),)).encode()).hexdigest()[:16]
        yield {**row, "key": key, "counts": claim.counts or None, "note": claim.note}


def _typed(table: Table, rows: Iterable[Mapping[str, object]]) -> Rows:
    typed = [{field.name: _value(row.get(field.name)) for field in table.fields} for row in rows]
    return sorted(typed, key=lambda row: str(row[table.key]))


def _value(value: object) -> Value:
    if isinstance(value, list | tuple):
        return SEPARATOR.join(str(item) for item in value) or None
    return value if value is None or isinstance(value, bool | int | dt.date) else str(value)
