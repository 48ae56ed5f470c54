"""Linked data (JSON-LD): the dataset for catalogues (schema.org, DCAT), and groups, persons and seats.

Every context is inline: a reader needs no network. `shapes.jsonld` beside this module (SHACL) says what
each node has; it is part of the release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from loaders.groups.derived_ends import DERIVED
from loaders.package.cells import row_sources
from loaders.package.release.about import LICENCE_PAGE, PROGRAM, Held
from loaders.package.tables import Rows
from loaders.package.write import about

SHAPES = Path(__file__).with_name("shapes.jsonld")
LSG = "urn:lsgraph:"
"""Before a uid or a permanent id: an address that names and leads nowhere."""
NAMESPACES = {
    "schema": "https://schema.org/", "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/", "spdx": "http://spdx.org/rdf/terms#",
    "foaf": "http://xmlns.com/foaf/0.1/", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
Node = dict[str, Any]


def dataset(files: Iterable[Held]) -> Node:
    """The dataset with each file, as schema:Dataset and dcat:Dataset at once."""
    cited = about()
    day = {"@value": str(cited["date-released"]), "@type": "xsd:date"}
    makers = [{"@type": ["schema:Organization", "foaf:Agent"], "schema:name": author["name"],
               "foaf:name": author["name"]} for author in cited["authors"]]  # fmt: skip
    return {
        "@context": NAMESPACES, "@id": f"{LSG}data:{cited['version']}",
        "@type": ["schema:Dataset", "dcat:Dataset"],
        "schema:name": cited["title"], "dct:title": cited["title"],
        "schema:description": cited["abstract"], "dct:description": cited["abstract"],
        "schema:version": cited["version"], "dcat:version": cited["version"],
        "schema:license": {"@id": LICENCE_PAGE}, "dct:license": {"@id": LICENCE_PAGE},
        "schema:datePublished": day, "dct:issued": day,
        "schema:creator": makers, "dct:creator": makers,
        "schema:keywords": cited["keywords"], "dcat:keyword": cited["keywords"],
        "schema:inLanguage": ["zh", "en"], "schema:spatialCoverage": "China",
        "schema:isAccessibleForFree": True, "schema:subjectOf": {"schema:name": PROGRAM["title"]},
        "schema:distribution": (made := [_distribution(one) for one in files]),
        "dcat:distribution": [{"@id": one["@id"]} for one in made],
    }  # fmt: skip


def _distribution(one: Held) -> Node:
    return {
        "@id": one.path, "@type": ["schema:DataDownload", "dcat:Distribution"],
        "schema:contentUrl": {"@id": one.path}, "schema:encodingFormat": one.media,
        "dcat:mediaType": one.media, "dct:title": one.path, "dct:license": {"@id": LICENCE_PAGE},
        "dcat:byteSize": {"@value": str(one.size), "@type": "xsd:nonNegativeInteger"},
        "schema:sha256": one.sha256,
        "spdx:checksum": {"@type": "spdx:Checksum", "spdx:checksumValue": one.sha256,
                          "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"}},
    }  # fmt: skip


def things(rows: Mapping[str, Rows]) -> Node:
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
    return {"@context": {"schema": NAMESPACES["schema"]}, "@graph": graph}


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
