"""The small world: what its two files say, as records of the loaders, as a drawing and by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.catalogue import queries
from graph.connection import Database
from graph.core.dates import Period
from graph.core.model import Tie, TieType
from loaders.divisions.lookup import DivisionTable
from loaders.divisions.periods import DivisionData, precisions
from loaders.divisions.records import division_facts, division_records
from loaders.divisions.rows import SourceRow, SuccessionRow, TieRow, UnitRow
from loaders.files.yaml import shipped_yaml
from loaders.groups.read import read_groups
from loaders.groups.records import group_records
from loaders.write.apply import Records, sync
from loaders.write.door import one_load
from loaders.write.provenance import provenance
from tests.servers import empty

FOLDER = Path(__file__).parent
DIVISIONS, BODIES = FOLDER / "divisions.yaml", FOLDER / "bodies.yaml"
LEVELS = {"100000": "Country", "0000": "Province", "00": "Prefecture"}

Entry = dict[str, Any]


def stated(path: Path) -> Entry:
    """A file of the world as it stands."""
    found: Entry = shipped_yaml(path)
    return found


def load(database: Database) -> None:
    """Empty a graph and write the world into it, as a load does."""
    with one_load(empty(database)) as token:
        for part in records():
            sync(database, part, token=token)
    queries.mark_loaded("the world of days", database=database)


def records() -> tuple[Records, Records]:
    """The divisions and all else, by the loaders' own way; ties of agencies have the days of the file."""
    divisions = _divisions(stated(DIVISIONS))
    data = read_groups([BODIES], DivisionTable.of(divisions))
    assert data.warnings == ()
    bodies = group_records(data, division_facts(divisions), "days")
    uids = _uids()
    own = [_agency_tie(row, uids) for row in stated(DIVISIONS)["agency_ties"]]
    kinds = {tie.type for tie in own}
    return division_records(divisions), replace(
        bodies, ties=[*(tie for tie in bodies.ties if tie.type not in kinds), *own]
    )


def _uids() -> dict[str, str]:
    """Name to uid of each unit."""
    divisions = {r["name"]: f"div:{r['code']}:{r['name']}" for r in stated(DIVISIONS)["divisions"]}
    return divisions | {row["name"]: row["uid"] for row in stated(BODIES)["units"]}


def _divisions(file: Entry) -> DivisionData:
    uids, source = _uids(), file["source"]
    made = SourceRow(source["uid"], source["title"], None, source["kind"], source["licence"])
    units = tuple(_unit(row, uids[row["name"]], made.uid) for row in file["divisions"])
    ties = tuple(
        TieRow(uids[row["lower"]], uids[row["upper"]], row.get("mode", "statutory"), *_span(row), made.uid)
        for row in file["part_of"]
    )  # fmt: skip
    successions = tuple(
        SuccessionRow(
            uids[row["old"]], uids[row["new"]], row["kind"], str(row["on"]), "day",
            row.get("document"), made.uid,
        )
        for row in file["succeeded_by"]
    )  # fmt: skip
    return DivisionData(units, ties, successions, (made,))


def _unit(row: Entry, uid: str, source: str) -> UnitRow:
    code, name, rank = row["code"], row["name"], row["rank"]
    level = next((LEVELS[end] for end in LEVELS if code.endswith(end)), "County")
    level = "Township" if len(code) == 9 else level
    basis = "override" if "rule" in row else "derived"
    return UnitRow(
        uid, code, name, name.rstrip("省市县区乡"), row["pinyin"], level, row["kind"], rank, basis,
        row.get("rule", rank), *_span(row), source,
    )  # fmt: skip


def _span(row: Entry) -> tuple[str, str, str, str]:
    start, end = str(row["from"]), str(row["to"])
    return start, end, *precisions(start, end)


def _agency_tie(row: Entry, uids: dict[str, str]) -> Tie:
    period = Period.of(str(row["from"]), str(row["to"]))
    properties = {**period.properties(), **provenance(("S1",), "high")}
    kind, lower, upper = TieType(row["tie"]), uids[row["lower"]], uids[row["upper"]]
    return Tie(kind, lower, upper, properties, period.start.day.isoformat())


def events() -> list[tuple[dt.date, str]]:
    """Every day on which something of the world begins, ends or is told, in order."""
    divisions, bodies = stated(DIVISIONS), stated(BODIES)
    lives = [
        ("{name}", divisions["divisions"]),
        ("{lower} PART_OF {upper}", divisions["part_of"]),
        ("{lower} {tie} {upper}", divisions["agency_ties"]),
        ("{uid}", bodies["units"]),
        ("{person} HOLDS {post}", bodies["tenures"]),
        ("{uid}", bodies["groups"]),
    ]
    moments = [
        *((row["on"], "{old} SUCCEEDED_BY {new}: {kind}".format(**row)) for row in divisions["succeeded_by"]),
        *((row["issued"], f"{row['uid']} is issued") for row in bodies["documents"]),
    ]  # fmt: skip
    for group in bodies["groups"]:
        seats = [{**seat, "holder": holder(seat)} for seat in group["seats"]]
        lives.append(("{holder} is {role} of " + group["uid"], seats))
        moments += [
            (row["on"], f"{group['uid']}: {row['what']}") for row in group.get("events", ())
        ]
    for words, rows in lives:
        for row in rows:
            for field, told in (("from", "begins"), ("as_of", "is last shown"), ("to", "ends")):
                if isinstance(row.get(field), dt.date):
                    moments.append((row[field], f"{words.format(**row)} {told}"))
    return sorted(moments)


def holder(seat: Entry) -> str:
    """Who has a seat: a post, a unit that is listed, or a person."""
    return str(seat.get("post") or seat.get("unit") or seat.get("person"))


def page() -> str:
    """The drawing of the world and the table of its days, in Markdown."""
    table = "\n".join(f"| {day} | {told} |" for day, told in events())
    drawing = "\n".join(_drawing())
    return f"```text\n{drawing}\n```\n\n| day | what |\n|---|---|\n{table}\n"


def _drawing() -> Iterator[str]:
    """Units below those that lead them, then posts with holders, groups with seats, documents."""
    divisions, bodies = stated(DIVISIONS), stated(BODIES)
    ties = [
        *({"tie": "PART_OF", **row} for row in divisions["part_of"]),
        *divisions["agency_ties"],
    ]
    units = {row["name"]: row for row in (*divisions["divisions"], *bodies["units"])}

    def below(name: str, depth: int, told: str) -> Iterator[str]:
        row = units[name]
        uid = row.get("uid") or f"div:{row['code']}:{name}"
        yield f"{'    ' * depth}{uid}, rank {row.get('rank', 'by rule')}, {_days(row)}{told}"
        for tie in ties:
            if tie["upper"] == name:
                mode = f" {tie['mode']}" if "mode" in tie else ""
                yield from below(tie["lower"], depth + 1, f" <- {tie['tie']}{mode} {_days(tie)}")

    led = {tie["lower"] for tie in ties}
    for name in units:
        if name not in led:
            yield from below(name, 0, "")
    yield ""
    for post in bodies["posts"]:
        held = [
            f"{row['person']} {_days(row)}"
            for row in bodies["tenures"]
            if row["post"] == post["uid"]
        ]
        told = "; ".join(held) or "nobody"
        yield f"{post['uid']} IN {post['unit']}, {post['mode']}, {post['branch']}: {told}"
    for group in bodies["groups"]:
        founded = "".join(f", ESTABLISHED_BY {uid}" for uid in group.get("established_by", ()))
        after = "".join(f", SUCCEEDED_BY {uid}" for uid in group.get("succeeded_by", ()))
        yield ""
        roster = f"{group['leadership']}, roster {group['roster']}"
        yield f"{group['uid']} {group['name']}, {_days(group)}, {roster}{founded}{after}"
        for seat in group["seats"]:
            by = f" ({seat['person']})" if seat.get("post") and seat.get("person") else ""
            yield f"    {seat['role']} {holder(seat)}{by} {_days(seat)}"
    yield ""
    for row in bodies["documents"]:
        asked = "".join(f", petitioned by {unit}" for unit in row.get("petitioned_by", ()))
        told = f"{row['issued']}, instrument {row['instrument']}{asked}"
        yield f"{row['uid']} ISSUED_BY {', '.join(row['issuers'])}, {told}"
    for row in divisions["succeeded_by"]:
        yield f"{row['old']} SUCCEEDED_BY {row['new']}, {row['kind']}, {row['on']}"


def _days(row: Entry) -> str:
    """The life of something: `..` is open, `?` unknown."""
    return f"{row.get('from') or '?'}/{row.get('to') or '?'}"


README = FOLDER.parent / "README.md"
MARKS = "<!-- world: python -m tests.days --draw -->\n", "<!-- end of the world -->\n"


def parts() -> tuple[str, str, str]:
    """tests/README.md before the drawing, the drawing, and after it."""
    before, _, rest = README.read_text("utf-8").partition(MARKS[0])
    drawn, _, after = rest.partition(MARKS[1])
    return before + MARKS[0], drawn, MARKS[1] + after


def draw() -> None:
    """Renew the drawing and the table of days in tests/README.md."""
    before, _, after = parts()
    README.write_text(before + page() + after, "utf-8")
