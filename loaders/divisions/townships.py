"""The townships (乡级行政区) of September 2026: an optional load, one table without a history.

What the table marks as abolished (撤销) is kept in the file and not loaded: it was no more on the day of
the table, and nothing says when it had been.
"""

from __future__ import annotations

import csv
import io
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.core.dates import Period
from graph.core.errors import InvalidData
from graph.core.model import Node, Tie
from graph.core.words import Words
from loaders.divisions.breach import Breach
from loaders.divisions.periods import DivisionData, precisions
from loaders.divisions.records import part_of, unit_node
from loaders.divisions.rows import UnitRow
from loaders.files.yaml import shipped_yaml
from loaders.write.apply import Records
from loaders.write.provenance import sourced

DATASET = "townships"
SHIPPED = Path(__file__).parents[1] / "data" / "townships"
FILE = "townships.csv.xz"
COLUMNS = ("code", "name", "name_short", "pinyin", "note")


@dataclass(frozen=True)
class Township(UnitRow):
    """One township as the table has it, below its county; `code` has nine digits.

    `pinyin` "" is not known. `rank` None is contested or not known; `reason` says why it is so.
    """

    county: UnitRow
    reason: str


@dataclass(frozen=True)
class TownshipData:
    """The townships of the table's day; `abolished` counts the rows that are marked so."""

    townships: tuple[Township, ...]
    abolished: int
    day: str
    source: str


def read_townships(divisions: DivisionData, folder: Path = SHIPPED) -> TownshipData:
    """Read and check the shipped townships against the counties that are in force on their day.

    Raises InvalidData that lists every problem with file and line.
    """
    rules, path = _rules(), folder / FILE
    upper = _superiors(divisions, Period.of(rules["day"], ".."))
    problems: list[Breach] = []
    townships: list[Township] = []
    seen: set[str] = set()
    abolished = 0
    for line, raw in _rows(path, problems):
        faults = list(_faults(raw, upper, seen, rules))
        problems += (Breach(f"{path}:{line}", fault) for fault in faults)
        seen.add(raw["code"])
        if not faults and re.fullmatch(rules["abolished"], raw["note"]):
            abolished += 1
        elif not faults:
            townships.append(_township(raw, upper, rules))
    if problems:
        raise InvalidData(problems)
    return TownshipData(tuple(townships), abolished, rules["day"], rules["source"])


def township_records(data: TownshipData) -> Records:
    """Return the dataset `townships`: units of level Township, each part of its county."""
    nodes = [_node(town, data.day) for town in data.townships]
    ties = [tie for town in data.townships for tie in _ties(town, data)]
    return Records(DATASET, nodes, ties)


def _node(town: Township, day: str) -> Node:
    reason = town.reason if town.rank_basis == "override" else None
    return unit_node(
        town, Period.of(day, ".."), name_en=town.pinyin.capitalize() or None,
        rank_basis=town.rank_basis, rank_reason=reason,
    )  # fmt: skip


def _ties(town: Township, data: TownshipData) -> Iterator[Tie]:
    period = Period.of(data.day, "..")
    yield part_of(town.uid, town.county.uid, "statutory", period, data.source)
    yield from sourced(town.uid, [data.source])


def _rows(path: Path, problems: list[Breach]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and row of the compressed CSV file; a missing or damaged file becomes a problem."""
    try:
        text = lzma.decompress(path.read_bytes()).decode("utf-8")
    except FileNotFoundError:
        problems.append(
            Breach(
                "",
                Words(
                    f"{path} is missing. In a checkout run python -m tools.divisions.build.",
                    f"缺少 {path}。在代码库中运行：python -m tools.divisions.build",
                ),
            )
        )
        return
    except (lzma.LZMAError, UnicodeDecodeError, EOFError):
        problems.append(
            Breach(
                "",
                Words(
                    f"{path} must be packed with xz. In a checkout run python -m tools.divisions.build.",
                    f"{path} 须以 xz 压缩。在代码库中运行：python -m tools.divisions.build",
                ),
            )
        )
        return
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        problems.append(
            Breach(
                f"{path}:1",
                Words(
                    f"the columns must be {','.join(COLUMNS)}.",
                    f"各列应为“{','.join(COLUMNS)}”。",
                ),
            )
        )
        return
    for raw in reader:
        yield reader.line_num, raw


def _faults(
    raw: dict[str, str], upper: dict[str, tuple[UnitRow, str]], seen: set[str], rules: Any
) -> Iterator[Words]:
    code, name = raw["code"], raw["name"]
    if "" in raw:
        yield Words("too many fields.", "字段过多。")
    if not re.fullmatch(r"\d{9}", code):
        yield Words(f"code {code!r} must have nine digits.", f"代码“{code}”应为九位数字。")
    elif code[:6] not in upper:
        yield Words(
            f"no county has the code {code[:6]} on the day of the table; check units.csv.",
            f"该表所载之日没有代码为 {code[:6]} 的县；请查看 units.csv。",
        )
    if code in seen:
        yield Words(f"the code {code} stands in an earlier row.", f"代码 {code} 已见于前面的行。")
    if not name or not raw["name_short"]:
        yield Words("name and name_short must not be empty.", "name 和 name_short 不能为空。")
    elif _kind(name, rules) is None:
        yield Words(
            f"no kind fits the name {name!r}; add one to rules.yaml.",
            f"名称“{name}”没有适合的建制；请加入 rules.yaml。",
        )
    if raw["note"] and not re.fullmatch(rules["abolished"], raw["note"]):
        yield Words(
            f"the note {raw['note']!r} is not understood; see rules.yaml.",
            f"备注“{raw['note']}”未能读懂；见 rules.yaml。",
        )


def _kind(name: str, rules: Any) -> str | None:
    kinds = (row["kind"] for row in rules["kinds"] if re.fullmatch(row["name"], name))
    return next(kinds, None)


def _township(raw: dict[str, str], upper: dict[str, tuple[UnitRow, str]], rules: Any) -> Township:
    county, above = upper[raw["code"][:6]]
    code, name, short, pinyin, _ = raw.values()
    rank = _rank(county, above, rules)
    day = rules["day"]
    return Township(
        f"div:{code}:{name}", code, name, short, pinyin, "Township", str(_kind(name, rules)),
        rank["rank"], rank["basis"], rank["by_rule"], day, "..", *precisions(day, ".."),
        rules["source"], county, rank["reason"],
    )  # fmt: skip


def _rank(county: UnitRow, above: str, rules: Any) -> Any:
    """Return the first row of the ranks in rules.yaml whose conditions hold."""
    for row in rules["ranks"]:
        in_province = county.code[:2] in row.get("provinces", [county.code[:2]])
        in_county = county.kind in row.get("county", [county.kind])
        if in_province and in_county and above == row.get("under", above):
            return row
    raise ValueError("rules.yaml needs a last rank without conditions")


def _superiors(data: DivisionData, table: Period) -> dict[str, tuple[UnitRow, str]]:
    """By code the units that may have townships on the day, with the kind of what leads them."""
    day = table.start.day
    units = {unit.uid: unit for unit in data.units if data.periods[unit.uid].holds(day)}
    spans = zip(data.ties, data.tie_periods, strict=True)
    above = {tie.lower: units[tie.upper].kind for tie, span in spans if span.holds(day)}
    lowest = (unit for unit in units.values() if unit.level in ("County", "Prefecture"))
    return {unit.code: (unit, above.get(unit.uid, "")) for unit in lowest}


@cache
def _rules() -> Any:
    return shipped_yaml(SHIPPED / "rules.yaml")
