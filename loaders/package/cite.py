"""How to cite the dataset, or one thing in it on a day: BibTeX, RIS, CSL-JSON or a line of text (引用格式).

bibtex(reference(Cited("group:jiaodong", "胶东经济圈一体化发展联席会议"), as_of=dt.date(2020, 6, 1)))
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ask.uids import with_uids
from graph.catalogue import queries
from graph.connection import Database
from loaders.package.ids import id_of
from loaders.package.write import about

Reference = Mapping[str, Any]
"""An item of CSL-JSON (Citation Style Language 1.0.2), from which the other forms are made."""


@dataclass(frozen=True)
class Cited:
    """A thing of the data: its uid, its name, and its name in English where it has one."""

    uid: str
    name: str
    name_en: str | None = None


def named(database: Database, text: str) -> Cited:
    """The thing of a name, uid or permanent id. Raises UnknownName and AmbiguousName."""
    values, _ = with_uids(database, queries.things_by_uid, {"uids": [text]})
    row = queries.things_by_uid(values["uids"], database=database)[0]
    return Cited(row.uid, row.name or row.uid, row.name_en)


def reference(
    cited: Cited | None = None, as_of: dt.date | None = None, address: str | None = None
) -> Reference:
    """The item of CSL-JSON; None cites the whole dataset. `as_of` is the day that was asked for."""
    whole = about()
    released = dt.date.fromisoformat(whole["date-released"])
    made: dict[str, Any] = {
        "id": f"lsgraph-{whole['version']}", "type": "dataset", "title": whole["title"],
        "author": [{"literal": author["name"]} for author in whole["authors"]],
        "issued": {"date-parts": [[released.year, released.month, released.day]]},
        "version": whole["version"],
    }  # fmt: skip
    notes = [f"as of {as_of}"] if as_of else []
    if cited is not None:
        permanent = id_of(cited.uid) or cited.uid
        english = f" ({cited.name_en})" if cited.name_en else ""
        key = re.sub("[^A-Za-z0-9.]+", "-", permanent).strip("-")
        made |= {"id": f"{made['id']}-{key}", "type": "entry", "title": cited.name + english,
                 "container-title": whole["title"]}  # fmt: skip
        notes = [permanent, *notes]
    if notes:
        made["note"] = ", ".join(notes)
    return made | ({"URL": address} if address else {})


def bibtex(item: Reference) -> str:
    """An entry `@misc`, which every style knows."""
    within = item.get("container-title")
    fields = {
        "author": " and ".join(f"{{{author['literal']}}}" for author in item["author"]),
        "title": f"{{{_tex(item['title'])}}}", "year": str(_day(item).year),
        "howpublished": f"In: {_tex(within)}" if within else "Dataset", "version": item["version"],
        "note": ", ".join(filter(None, (f"Version {item['version']}", _tex(item.get("note", ""))))),
        "url": item.get("URL", ""),
    }  # fmt: skip
    lines = (f"  {name} = {{{text}}}," for name, text in fields.items() if text)
    return "\n".join([f"@misc{{{item['id']},", *lines, "}"]) + "\n"


def ris(item: Reference) -> str:
    """A record of type DATA, as reference managers read it."""
    lines = [
        ("TY", "DATA"), ("ID", item["id"]), *(("AU", a["literal"]) for a in item["author"]),
        ("TI", item["title"]), ("T2", item.get("container-title", "")), ("PY", f"{_day(item):%Y}"),
        ("DA", f"{_day(item):%Y/%m/%d}"), ("ET", item["version"]), ("N1", item.get("note", "")),
        ("UR", item.get("URL", "")), ("ER", " "),
    ]  # fmt: skip
    return "".join(f"{tag}  - {text}".rstrip() + "\n" for tag, text in lines if text)


def csl(item: Reference) -> str:
    """A list of one item, as Zotero and pandoc read it."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def line(item: Reference) -> str:
    """A line of text."""
    authors = ", ".join(author["literal"] for author in item["author"])
    within = f" In: {item['container-title']}." if "container-title" in item else ""
    rest = "".join(f" {item[name]}." for name in ("note", "URL") if name in item)
    title = f"{authors} ({_day(item).year}). {item['title']}."
    return f"{title}{within} Version {item['version']}.{rest}\n"


FORMS: Mapping[str, Callable[[Reference], str]] = {
    "text": line, "bibtex": bibtex, "ris": ris, "csl": csl,
}  # fmt: skip


def _day(item: Reference) -> dt.date:
    return dt.date(*item["issued"]["date-parts"][0])


def _tex(text: str) -> str:
    r"""Text with the signs that steer TeX as letters; a backslash or brace is left out of a name."""
    return re.sub(r"([#$%&_])", r"\\\1", re.sub(r"[\\{}^~]", " ", text))
