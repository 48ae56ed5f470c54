"""Which item of Wikidata a division or person is, as a reviewed table says; nothing is asked of a network.

wikidata_of("div:370100:济南市:2", "济南市")  # "Q170247"
wikidata_of("person:韩正", "韩正")  # "Q48405"
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from graph.core.errors import InputError
from graph.core.moved import current, ids
from graph.core.words import Words
from loaders.divisions.read import read_divisions

TABLE = Path(__file__).parents[1] / "data" / "wikidata.csv"
"""A division by its code (GB/T 2260) or a person by the uid; name, item, its proof, and where it was read."""
Key = tuple[str, str]
"""Code or uid, and name."""


def wikidata_of(uid: str, name: object) -> str | None:
    """The item of the division or person that has this uid under this name; None where the table has none."""
    thing = uid.split(":")[1] if uid.startswith("div:") else uid
    return _shipped().get((thing, str(name)))


def read_items(path: Path, known: AbstractSet[Key]) -> Mapping[Key, str]:
    """The items of the table. Raises InputError for a row that names nothing of `known`, for what is
    no item, for an item or a thing that stands twice, and for a row without proof or source; OSError."""
    found: dict[Key, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            key, item = (str(row.get("thing")), str(row.get("name"))), str(row.get("wikidata"))
            proved = bool(row.get("proof") and row.get("source"))
            if wrong := _wrong(key, item, known, found) or (None if proved else _UNPROVED):
                raise InputError(
                    Words(f"{path}:{number}: {wrong.en}", f"{path}:{number}：{wrong.zh}")
                )
            found[key] = item
    return found


_UNPROVED = Words(
    "proof or source is empty. Write how the item was proved and where it was read.",
    "proof 或 source 为空。请写明如何核实该条目、从何处读得。",
)


def _wrong(key: Key, item: str, known: AbstractSet[Key], before: Mapping[Key, str]) -> Words | None:
    thing, name = key
    if key not in known:
        return Words(
            f"no division or person has the code or uid {thing} and the name {name}. "
            "Write both as in units.csv or as the data has them.",
            f"没有代码或标识为 {thing}、名称为 {name} 的区划或人物。请照 units.csv 或数据填写。",
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


def known_things() -> AbstractSet[Key]:
    """Every division with its code and name, and every person with the uid and the name in it."""
    persons = (uid for uid in map(current, ids().values()) if uid.startswith("person:"))
    return {(one.code, one.name) for one in read_divisions().units} | {
        (uid, uid.removeprefix("person:").partition("@")[0]) for uid in persons
    }


@cache
def _shipped() -> Mapping[Key, str]:
    return read_items(TABLE, known_things())
