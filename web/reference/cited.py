"""The end of each page: permanent id, citation in three forms, and JSON-LD as in the release."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from loaders.package.cite import FORMS, Cited, line, reference
from loaders.package.ids import id_of
from loaders.package.release.about import Held
from loaders.package.release.linked import LSG, SCHEMA, dataset, known, same_as, things
from loaders.package.tables import Rows
from loaders.package.wikidata import wikidata_of
from web.reference.addresses import folder_of, stem
from web.reference.still import Foot, Writer

ENDINGS: Mapping[str, str] = {"bibtex": "bib", "ris": "ris", "csl": "json"}
NAMES: Mapping[str, str] = {"bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}


class Citing:
    """Writes the citation of each page, and knows its JSON-LD; `rows` are those of the dataset."""

    def __init__(self, writer: Writer, rows: Mapping[str, Rows] | None) -> None:
        self._writer = writer
        graph = things(rows) if rows else []
        self._nodes = {node["@id"]: node for node in graph}

    def foot(
        self, uid: str, name: str, name_en: str | None = None, as_of: dt.date | None = None
    ) -> Foot:
        """Write the citation of a thing, and return what its page says at its end."""
        permanent = id_of(uid) or ""
        folder, own = folder_of(uid), stem(uid)
        address = f"{self._writer.address}en/{folder}/{own}.html" if self._writer.address else None
        item = reference(Cited(uid, name, name_en), as_of, address)
        cited = self._files(f"cite/{folder}/{own}", item)
        same = wikidata_of(uid, name) or ""
        linked = self._linked(uid, name, name_en, same)
        return Foot(uid, permanent, same, line(item).strip(), cited, linked)

    def dataset(self, files: Iterable[Held]) -> Foot:
        """Write the citation of the whole, which has these files; returns the end of the page of the data."""
        item = reference(address=self._writer.address or None)
        whole = {"@context": SCHEMA, **dataset(files)}
        return Foot(cite=line(item).strip(), cited=self._files("cite/dataset", item), linked=whole)

    def _files(self, path: str, item: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        for form, ending in ENDINGS.items():
            self._writer.text(f"{path}.{ending}", FORMS[form](item))
        return tuple((NAMES[form], f"{path}.{ending}") for form, ending in ENDINGS.items())

    def _linked(self, uid: str, name: str, name_en: str | None, same: str) -> Any:
        folder = folder_of(uid)
        key = f"source:{uid}" if folder == "source" else (id_of(uid) or uid)
        kinds = {"place": "Place" if uid.startswith("div:") else "GovernmentOrganization",
                 "document": "Legislation", "group": "Organization", "person": "Person"}  # fmt: skip
        node = self._nodes.get(LSG + key) or known({
            "@id": LSG + key, "@type": f"schema:{kinds.get(folder, 'CreativeWork')}",
            "schema:name": name, "schema:alternateName": name_en, "schema:identifier": key,
            "schema:sameAs": same_as(same),
        })  # fmt: skip
        return {"@context": SCHEMA, **node}
