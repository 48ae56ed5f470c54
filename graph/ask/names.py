"""Names that begin to be typed: what a field of a form offers to complete them to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.names.fit import Fit, best_fit
from graph.regions.named.definitions import definitions

OFFERED = 20
"""Names that are offered at once."""


@dataclass(frozen=True)
class Offer:
    """What may be meant: `text` is what stands in the field for it, `beside` what tells it from others."""

    text: str
    beside: str


def offers(database: Database, kinds: Iterable[str], text: str, most: int = OFFERED) -> list[Offer]:
    """Return things of these kinds (as headers name them, `Group`) that the text finds by name or uid.

    A name is found in Chinese, pinyin, initials and English (graph.names.fit).
    `Province` and `Named`, regions of several divisions, are kinds too.
    A name that several bear is offered as the uid. Those that fit best come first.
    """
    wanted = text.strip()
    readers = dict.fromkeys(_READERS[kind] for kind in kinds if kind in _READERS)
    found = [offer for read in readers for offer in _of(list(read(database)), wanted)]
    found.sort(key=lambda one: (one[0], len(one[1].text)))
    return [offer for _, offer in found[:most]]


def _of(rows: list[tuple[str, str, str]], wanted: str) -> Iterable[tuple[Fit, Offer]]:
    """Offers among things, each of a name, a uid and what else it is called, and how well each fits."""
    borne = Counter(name for name, _, _ in rows)
    for name, uid, also in rows:
        fit = best_fit((name, also), wanted)
        if fit is None and wanted.lower() in uid.lower():
            fit = Fit.START if uid.startswith(wanted) else Fit.LATER
        if fit is not None:
            one = borne[name] == 1
            beside = " · ".join(filter(None, (also, uid if one else name)))
            yield fit, Offer(name if one else uid, beside)


def _rows(query: str, database: Database) -> Iterable[tuple[str, str, str]]:
    for row in queries[query](database=database):
        yield row.name, row.uid, row.get("name_en") or ""


def _titled(label: str, database: Database) -> Iterable[tuple[str, str, str]]:
    return ((row.name, row.uid, "") for row in queries.titles(label, database=database))


def _divisions(database: Database) -> Iterable[tuple[str, str, str]]:
    """Divisions of any day by name, code and English name; a code stands for the uid."""
    rows: dict[tuple[str, str], Row] = {}
    for row in queries.division_names(database=database):
        rows[row.name, row.code] = row
    return ((r.name, r.code, r.name_en or r.pinyin or "") for r in rows.values())


def _provinces(database: Database) -> Iterable[tuple[str, str, str]]:
    return (row for row in _divisions(database) if row[1].endswith("0000"))


def _named(database: Database) -> Iterable[tuple[str, str, str]]:
    """Regions of several divisions by name; a version by name and version."""
    for name, versions in definitions().items():
        for version, one in versions.items():
            yield name if one.default else f"{name}@{version}", version, one.name_en


_READERS: Mapping[str, Callable[[Database], Iterable[tuple[str, str, str]]]] = {
    "Group": partial(_rows, "group_names"),
    "Person": partial(_rows, "person_names"),
    **dict.fromkeys(("Unit", "Division", "Place"), _divisions),
    "Province": _provinces,
    "Named": _named,
    "Region": lambda database: (*_named(database), *_divisions(database)),
    **{label: partial(_titled, label) for label in ("Post", "Document", "Source")},
}
