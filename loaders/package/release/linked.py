"""Linked data (JSON-LD, schema.org): the dataset with its files, and groups, persons and seats.

The context is inline: a reader needs no network.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from loaders.groups.derived_ends import DERIVED
from loaders.package.cells import row_sources
from loaders.package.release.about import LICENCE_PAGE, PROGRAM, Held
from loaders.package.tables import Rows
from loaders.package.write import about

LSG = "urn:lsgraph:"
"""Before a uid or a permanent id: an address that names and leads nowhere."""
SCHEMA = {"schema": "https://schema.org/"}
"""The inline context."""
FILE = "lsgraph.jsonld"
Node = dict[str, Any]


def linked(rows: Mapping[str, Rows], files: Iterable[Held]) -> Node:
    """The dataset and its things as one document."""
    return {"@context": SCHEMA, "@graph": [dataset(files), *things(rows)]}


def dataset(files: Iterable[Held]) -> Node:
    """The dataset with each file, as a schema:Dataset."""
    cited = about()
    return {
        "@id": f"{LSG}data:{cited['version']}", "@type": "schema:Dataset",
        "schema:name": cited["title"], "schema:description": cited["abstract"],
        "schema:version": cited["version"], "schema:license": {"@id": LICENCE_PAGE},
        "schema:datePublished": str(cited["date-released"]), "schema:keywords": cited["keywords"],
        "schema:creator": [{"@type": "schema:Organization", "schema:name": author["name"]}
                           for author in cited["authors"]],
        "schema:inLanguage": ["zh", "en"], "schema:spatialCoverage": "China",
        "schema:isAccessibleForFree": True, "schema:subjectOf": {"schema:name": PROGRAM},
        "schema:distribution": [
            {"@id": one.path, "@type": "schema:DataDownload", "schema:contentUrl": {"@id": one.path},
             "schema:encodingFormat": one.media, "schema:contentSize": f"{one.size} B",
             "schema:sha256": one.sha256}
            for one in files
        ],
    }  # fmt: skip


def things(rows: Mapping[str, Rows]) -> list[Node]:
    """Groups as schema:Organization with the persons who sit in them, each with role and sources."""
    ids = {row["uid"]: row["id"] or row["uid"] for row in rows["persons"]}
    seats = defaultdict(list)
    for row in rows["seats"]:
        if row["person"]:
            seats[row["group"]].append(row)
    graph = [_source(row) for row in rows["sources"]]
    graph += [
        known({"@id": LSG + str(ids[row["uid"]]), "@type": "schema:Person", "schema:name": row["name"],
               "schema:identifier": ids[row["uid"]], "schema:sameAs": same_as(row["wikidata"])})
        for row in rows["persons"]
    ]  # fmt: skip
    for row in rows["groups"]:
        graph.append(
            _group(row, [_seat(one, str(ids[one["person"]])) for one in seats[row["uid"]]])
        )
    return graph


def _source(row: Mapping[str, object]) -> Node:
    return known({
        "@id": f"{LSG}source:{row['uid']}", "@type": "schema:CreativeWork", "schema:name": row["title"],
        "schema:identifier": row["uid"], "schema:url": row["url"] and {"@id": row["url"]},
        "schema:datePublished": exact(row["date"]),
    })  # fmt: skip


def _group(row: Mapping[str, object], members: list[Node]) -> Node:
    return known({
        "@id": f"{LSG}{row['uid']}", "@type": "schema:Organization", "schema:name": row["name"],
        "schema:alternateName": row["name_en"], "schema:identifier": row["uid"],
        "schema:foundingDate": exact(row["from"]), "schema:dissolutionDate": stated_end(row),
        "schema:member": members, "schema:citation": _citations(row),
    })  # fmt: skip


def _seat(row: Mapping[str, object], person: str) -> Node:
    return known({
        "@type": "schema:OrganizationRole", "schema:roleName": row["role"],
        "schema:member": {"@id": LSG + person}, "schema:description": row["title"],
        "schema:startDate": exact(row["from"]), "schema:endDate": stated_end(row),
        "schema:citation": _citations(row),
    })  # fmt: skip


def _citations(row: Mapping[str, object]) -> list[Node]:
    return [{"@id": f"{LSG}source:{uid}"} for uid in row_sources(row)]


def same_as(item: object) -> Node | None:
    """The address that an item of Wikidata has in linked data; None for none."""
    return {"@id": f"http://www.wikidata.org/entity/{item}"} if item else None


def exact(edtf: object) -> str | None:
    """A day, month or year that a source states; None for what is unknown, open or only known by then."""
    text = str(edtf or "")
    return text if text[:4].isdigit() and "/" not in text else None


def stated_end(row: Mapping[str, object]) -> str | None:
    """The exact end of a row; None for one that follows by rule."""
    return None if row.get("end_basis") == DERIVED else exact(row["to"])


def known(node: Mapping[str, Any]) -> Node:
    """What of a node is known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
