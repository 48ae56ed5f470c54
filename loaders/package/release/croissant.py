"""The tables for machine learning (Croissant 1.0, MLCommons): each file, each column with its type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.core.words import Words
from loaders.package.describe import NAME
from loaders.package.release.about import LICENCE_PAGE, Held
from loaders.package.tables import TABLES, Table
from loaders.package.write import about

VOCABULARY = "http://mlcommons.org/croissant/"
CONTEXT: dict[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
    "cr": VOCABULARY, "dct": "http://purl.org/dc/terms/", "rai": f"{VOCABULARY}RAI/",
    "citeAs": "cr:citeAs", "column": "cr:column", "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty", "samplingRate": "cr:samplingRate",
    "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract",
    "field": "cr:field", "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5",
    "parentField": "cr:parentField", "path": "cr:path", "recordSet": "cr:recordSet",
    "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
    "replace": "cr:replace", "separator": "cr:separator", "source": "cr:source",
    "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip
TYPES = {"integer": "sc:Integer", "boolean": "sc:Boolean", "date": "sc:Date"}


def croissant(files: Iterable[Held], cite_as: str) -> dict[str, Any]:
    """The description of the CSV files; `cite_as` is the reference in BibTeX."""
    cited = about()
    stored = {one.path: one for one in files}
    return {
        "@context": CONTEXT, "@type": "sc:Dataset", "conformsTo": f"{VOCABULARY}1.0",
        "name": NAME, "alternateName": cited["title"],
        "description": cited["abstract"], "version": cited["version"], "license": LICENCE_PAGE,
        "datePublished": str(cited["date-released"]), "keywords": cited["keywords"],
        "creator": [{"@type": "sc:Organization", "name": one["name"]} for one in cited["authors"]],
        "citeAs": cite_as, "inLanguage": ["zh", "en"], "url": f"urn:lsgraph:data:{cited['version']}",
        "distribution": [_file(table, stored[f"csv/{table.name}.csv"]) for table in TABLES],
        "recordSet": [_records(table) for table in TABLES],
    }  # fmt: skip


def _file(table: Table, one: Held) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject", "@id": f"{table.name}.csv", "name": f"{table.name}.csv",
        "description": table.row.side_by_side, "contentUrl": one.path,
        "contentSize": f"{one.size} B", "encodingFormat": one.media, "sha256": one.sha256,
    }  # fmt: skip


def _records(table: Table) -> dict[str, Any]:
    fields = [
        {"@type": "cr:Field", "@id": f"{table.name}/{field.name}", "name": field.name,
         "description": field.meaning.side_by_side, "dataType": TYPES.get(field.kind, "sc:Text"),
         "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": field.name}}}
        for field in table.fields
    ]  # fmt: skip
    return {
        "@type": "cr:RecordSet", "@id": table.name, "name": table.name,
        "description": Words.joined((table.title, table.row), ". ", "。").side_by_side,
        "key": {"@id": f"{table.name}/{table.key}"}, "field": fields,
    }  # fmt: skip
