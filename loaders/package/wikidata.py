"""Which item of Wikidata a division is, as a reviewed table says; nothing is asked of a network.

wikidata_of("370100", "济南市")  # "Q170247"
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words

TABLE = Path(__file__).parents[1] / "data" / "wikidata.csv"
"""Code (GB/T 2260) and name of a division, and its item."""
Key = tuple[str, str]


def wikidata_of(code: object, name: object) -> str | None:
    """The item of the division that has this code under this name; None where the table has none."""
    return _shipped().get((str(code), str(name)))


def read_items(path: Path, known: Mapping[Key, object]) -> Mapping[Key, str]:
    """The table by code and name. Raises InputError for a row that names no division of `known`,
    for what is no item, and for an item or a division that stands twice; OSError."""
    found: dict[Key, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            key, item = (str(row.get("code")), str(row.get("name"))), str(row.get("wikidata"))
            if wrong := _wrong(key, item, known, found):
                raise InputError(
                    Words(f"{path}:{number}: {wrong.en}", f"{path}:{number}：{wrong.zh}")
                )
            found[key] = item
    return found


def _wrong(
    key: Key, item: str, known: Mapping[Key, object], before: Mapping[Key, str]
) -> Words | None:
    code, name = key
    if key not in known:
        return Words(
            f"no division has the code {code} and the name {name}. Write both as in units.csv.",
            f"没有代码为 {code}、名称为 {name} 的区划。请照 units.csv 填写。",
        )
    if not re.fullmatch(r"Q[1-9]\d*", item):
        return Words(
            f"{item} is no item of Wikidata. Write it as Q170247.",
            f"“{item}”不是维基数据条目。请写成 Q170247 的样子。",
        )
    if key in before or item in before.values():
        return Words(
            f"{name} or {item} stands above already. Keep one row.",
            f"{name} 或 {item} 前已列出。请只留一行。",
        )
    return None


@cache
def _shipped() -> Mapping[Key, str]:
    from loaders.divisions.read import read_divisions

    return read_items(TABLE, {(unit.code, unit.name): unit for unit in read_divisions().units})
