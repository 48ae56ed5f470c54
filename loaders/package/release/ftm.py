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
Properties = Mapping[str, object]


def ftm_text(rows: Mapping[str, Rows]) -> str:
    """Every entity, one a line, in the order of the tables."""
    found = (*_things(rows), *_ties(rows))
    return "".join(
        json.dumps({"id": key, "schema": schema, "properties": held}, ensure_ascii=False) + "\n"
        for key, schema, properties in found if (held := _listed(properties))
    )  # fmt: skip


def _things(rows: Mapping[str, Rows]) -> Iterator[tuple[str, str, Properties]]:
    links = {row["uid"]: row["url"] for row in rows["sources"]}
    units = _ids(rows, "units")
    for row in rows["groups"]:
        urls = [links.get(uid) for uid in row_sources(row)]
        yield _id(row), "PublicBody", {
            "name": row["name"], "alias": row["name_en"], "classification": row["kind"], "country": "cn",
            "incorporationDate": exact(row["from"]), "dissolutionDate": stated_end(row),
            "sourceUrl": urls,
        }  # fmt: skip
    for row in rows["units"]:
        yield _id(row), "PublicBody", {
            "name": row["name"], "country": "cn", "classification": row["category"] or row["kind"],
            "wikidataId": row["wikidata"],
        }  # fmt: skip
    for row in rows["persons"]:
        yield _id(row), "Person", {
            "name": row["name"], "country": "cn", "notes": row["note"], "wikidataId": row["wikidata"],
        }  # fmt: skip
    for row in rows["posts"]:
        if row["title"]:
            unit = row["unit"] and units[str(row["unit"])]
            yield (
                _id(row),
                "Position",
                {"name": row["title"], "country": "cn", "organization": unit},
            )


def _ties(rows: Mapping[str, Rows]) -> Iterator[tuple[str, str, Properties]]:
    links = {row["uid"]: row["url"] for row in rows["sources"]}
    persons, posts = _ids(rows, "persons"), _ids(rows, "posts")
    named = {str(row["uid"]) for row in rows["posts"] if row["title"]}
    for row in rows["seats"]:
        if row["person"]:
            yield _key("seat", row), "Membership", {
                "member": persons[str(row["person"])], "organization": _safe(str(row["group"])),
                "role": row["role"], "summary": row["title"], **_told(row, links),
            }  # fmt: skip
    for row in rows["tenures"]:
        if row["post"] in named:
            yield _key("tenure", row), "Occupancy", {
                "holder": persons[str(row["person"])], "post": posts[str(row["post"])],
                **_told(row, links),
            }  # fmt: skip
    for row in rows["successions"]:
        yield _key("succession", row), "Succession", {
            "predecessor": _safe(str(row["group"])), "successor": _safe(str(row["successor"])),
        }  # fmt: skip


def _told(row: Row, links: Mapping[Any, object]) -> Properties:
    return {"startDate": exact(row["from"]), "endDate": stated_end(row),
            "recordId": row["source"], "sourceUrl": links.get(row["source"])}  # fmt: skip


def _ids(rows: Mapping[str, Rows], table: str) -> Mapping[str, str]:
    return {str(row["uid"]): _id(row) for row in rows[table]}


def _id(row: Row) -> str:
    """The permanent id; of a division its code and what tells its periods apart, of a group its uid."""
    if row.get("code"):
        return f"lsg-{row['code']}-{_digest(row['uid'])[:8]}"
    return _safe(str(row.get("id") or row["uid"]))


def _safe(text: str) -> str:
    return "lsg-" + re.sub(r"[^A-Za-z0-9]+", "-", text)


def _key(kind: str, row: Row) -> str:
    return f"lsg-{kind}-{_digest(row['key'])[:16]}"


def _digest(value: object) -> str:
    return sha1(str(value).encode()).hexdigest()


def _listed(properties: Properties) -> dict[str, list[str]]:
    """Every property as a list of texts, without those that are unknown."""
    lists = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    texts = {k: [str(one) for one in dict.fromkeys(v) if one] for k, v in lists.items()}
    return {name: values for name, values in texts.items() if values}
