"""The data for FollowTheMoney (Aleph, OpenSanctions): one entity a line.

A group or body is a PublicBody, a post a Position, a seat of a person a Membership, a tenure an Occupancy.
Dates are those that a source states; what is only known by a day, or follows by rule, has none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha1
from typing import Any

from loaders.package.cells import row_sources
from loaders.package.release.linked import exact, stated_end
from loaders.package.tables import Rows

FILE = "entities.ftm.ndjson"
Row = Mapping[str, object]


def ftm_text(rows: Mapping[str, Rows]) -> str:
    """Every entity, one a line, in the order of the tables; a property is a list, none if unknown."""
    return "".join(
        json.dumps({"id": key, "schema": schema, "properties": held}, ensure_ascii=False) + "\n"
        for key, schema, properties in _entities(rows) if (held := _listed(properties))
    )  # fmt: skip


def _entities(rows: Mapping[str, Rows]) -> Iterator[tuple[str, str, Row]]:
    things = [row for name in ("groups", "units", "persons", "posts") for row in rows[name]]
    ids = {row["uid"]: _id(row) for row in things}
    links = {row["uid"]: row["url"] for row in rows["sources"]}
    named = {row["uid"] for row in rows["posts"] if row["title"]}
    for row in rows["groups"]:
        yield ids[row["uid"]], "PublicBody", {
            "name": row["name"], "alias": row["name_en"], "classification": row["kind"], "country": "cn",
            "incorporationDate": exact(row["from"]), "dissolutionDate": stated_end(row),
            "sourceUrl": [links.get(uid) for uid in row_sources(row)],
        }  # fmt: skip
    for row in rows["units"]:
        yield ids[row["uid"]], "PublicBody", {
            "name": row["name"], "country": "cn", "classification": row["category"] or row["kind"],
            "wikidataId": row["wikidata"],
        }  # fmt: skip
    for row in rows["persons"]:
        yield ids[row["uid"]], "Person", {
            "name": row["name"], "country": "cn", "notes": row["note"], "wikidataId": row["wikidata"],
        }  # fmt: skip
    for row in rows["posts"]:
        if row["uid"] in named:
            within = {"country": "cn", "organization": ids.get(row["unit"])}
            yield ids[row["uid"]], "Position", {"name": row["title"], **within}
    for row in rows["seats"]:
        if row["person"]:
            who = {"member": ids[row["person"]], "organization": ids[row["group"]]}
            told = {"role": row["role"], "summary": row["title"]}
            yield _id(row), "Membership", who | told | _time(row, links)
    for row in rows["tenures"]:
        if row["post"] in named:
            who = {"holder": ids[row["person"]], "post": ids[row["post"]]}
            yield _id(row), "Occupancy", who | _time(row, links)
    for row in rows["successions"]:
        ends = {"predecessor": ids[row["group"]], "successor": ids[row["successor"]]}
        yield _id(row), "Succession", ends


def _time(row: Row, links: Mapping[Any, object]) -> dict[str, object]:
    return {"startDate": exact(row["from"]), "endDate": stated_end(row),
            "recordId": row["source"], "sourceUrl": links.get(row["source"])}  # fmt: skip


def _id(row: Row) -> str:
    """The permanent id; a group has its uid, a division its code and a hash, what only has a key a hash."""
    digest = sha1(str(row.get("uid") or row["key"]).encode()).hexdigest()
    if row.get("code"):
        return f"lsg-{row['code']}-{digest[:8]}"
    named = row.get("id") or row.get("uid") or digest[:16]
    return "lsg-" + re.sub(r"[^A-Za-z0-9]+", "-", str(named))


def _listed(properties: Row) -> dict[str, list[str]]:
    lists = {name: v if isinstance(v, list) else [v] for name, v in properties.items()}
    known = {name: [str(one) for one in dict.fromkeys(v) if one] for name, v in lists.items()}
    return {name: values for name, values in known.items() if values}
