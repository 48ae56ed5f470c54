"""A graph of the version before this one: what is the user's own becomes files, then all is loaded anew.

This module is for that one version (schema 3) and goes with the next.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.core.dates import OPEN, UNKNOWN_START, Precision, start_bound
from graph.core.errors import InputError, LsgraphError
from graph.core.marks import unmarked
from graph.core.model import SCHEMA_VERSION, TIES, Label
from graph.core.words import Words
from loaders.divisions.read import read_divisions
from loaders.form.schema import FORM
from loaders.form.source_kinds import UNSOURCED
from loaders.groups.read import dataset_files, read_groups, shipped_files
from loaders.groups.rows import LEGAL_ITEMS
from loaders.load.own.rows import COLUMNS
from loaders.load.verbs import load_divisions, load_groups, own_divisions
from loaders.overlays.store import overlays_of, write_overlay
from loaders.write.apply import Report

BEFORE = 3
"""The schema version of the version before."""
OWN, DIVISIONS = "own", "divisions.csv"
"""The folder of the home for what is the user's own, and the table of divisions in it."""
PROPOSALS, ASIDE, OVERLAYS = "proposals", "proposals-before", "overlays"
_CORE = 100
"""The groups of the core are fewer, those of the wide dataset more."""
_ODD = re.compile(r'[\x00-\x1f/\\:*?"<>|]|^\.')
_EVENT = re.compile(r"(?P<on>\?|[^ /]+)(?:/(?P<until>\S+))? (?P<what>.*)", re.DOTALL)
_COMMAND = ("DEPARTMENT_OF", "LED_BY", "GUIDED_BY")
_DAY = dt.timedelta(days=1)

Properties = Mapping[str, Any]
Entry = dict[str, Any]


def upgrade(
    database: Database, home: Path, *, wait: float = 0.0, report: Report | None = None
) -> list[tuple[Path, Words | None]]:
    """Write what is the user's own into files of the home and load the graph anew; answers the files.

    With a proposal that does not fit, and so stays where it was, goes what is said of it. A file that is
    there already stays as it is: of one that cannot be loaded the fault is told, nothing is changed in the
    graph, and the command may be run again when the file is mended. Raises InputError for a graph that
    lsgraph never wrote, or that another version wrote.
    """
    made = list(_overlays(home))
    found = schema.version(database)
    if found is None and not made:
        raise InputError(
            Words(
                "Nothing to upgrade: no lsgraph has loaded into this graph yet.",
                "无需升级：lsgraph 尚未向此图谱载入过数据。",
            )
        )
    if found is None or found >= SCHEMA_VERSION:
        schema.check(database)
        return made
    if found < BEFORE:
        raise InputError(
            Words(
                f"This graph has schema version {found}, and this lsgraph upgrades {BEFORE}. Load its files"
                " anew into an empty graph.",
                f"该图谱的模式版本为 {found}，本 lsgraph 只升级版本 {BEFORE}。请把原文件重新载入空的图谱。",
            )
        )
    held = _read(database)
    own = _divisions(held, home / OWN / DIVISIONS)
    groups = dict(_groups(held, home / OWN))
    whole = sum(_has(node, "Group") for node in held.nodes.values()) > _CORE
    data = own_divisions(own) if own else read_divisions()
    base = (*shipped_files(), *(dataset_files() if whole else ()))
    overlays = overlays_of(home / OVERLAYS)
    for name, path in groups.items():
        read_groups([*base, path], allow_unsourced=True, name=name)
    queries.mark_schema_version(SCHEMA_VERSION, database=database)
    townships = any(_has(node, "Township") for node in held.nodes.values())
    load_divisions(database, data, townships=townships, force=True, wait=wait, report=report)
    load_groups(database, whole=whole, force=True, wait=wait, report=report, overlays=overlays)
    for name, path in groups.items():
        load_groups(
            database, [path], whole=whole, force=True, allow_unsourced=True, name=name, wait=wait,
            report=report, overlays=overlays,
        )  # fmt: skip
    return [*made, *((path, None) for path in (own, *groups.values()) if path)]


def own_files(database: Database, folder: Path) -> list[Path]:
    """Write the user's own divisions and groups into files of a folder, as `lsgraph load` takes them."""
    held = _read(database)
    own = _divisions(held, folder / DIVISIONS)
    return [*filter(None, [own]), *(path for _, path in _groups(held, folder))]


def _overlays(home: Path) -> Iterator[tuple[Path, Words | None]]:
    """Each stored proposal as an overlay; one that does not fit (any more) stays, with what is said of it."""
    for path in sorted((home / PROPOSALS).glob("*.yaml")):
        try:
            (one,) = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["changes"]
            told = {
                "thing": one["uid"], "property": one["property"], "value": one["to"],
                "source": _new_source(one["source"]), "who": one["by"], "when": str(one["on"]),
                "note": one["reason"],
            }  # fmt: skip
            kept = write_overlay(home / OVERLAYS, told)
        except LsgraphError as error:
            yield path, error.words
        except (YAMLError, LookupError, TypeError, ValueError):
            yield path, Words("This is no proposal.", "这不是更正提议。")
        else:
            (home / ASIDE).mkdir(exist_ok=True)
            path.rename(home / ASIDE / path.name)
            yield home / OVERLAYS / f"{kept.name}.yaml", None


def _new_source(source: str | Entry) -> str | Entry:
    if isinstance(source, str) or "title" not in source:
        return source if isinstance(source, str) else str(source["uid"])
    return {name: source[name] for name in ("title", "url", "date") if source.get(name)}


@dataclass(frozen=True)
class _Node:
    uid: str
    labels: Sequence[str]
    dataset: str
    properties: Properties


@dataclass(frozen=True)
class _Tie:
    kind: str
    start: str
    end: str
    dataset: str
    properties: Properties

    @cached_property
    def sources(self) -> list[str]:
        """Its sources; none where it was loaded without one."""
        found = (self.properties["source"], *self.properties.get("also_sources", ()))
        return [source for source in found if source != UNSOURCED]


@dataclass(frozen=True)
class _Held:
    """All that lsgraph wrote into the graph: nodes by uid, ties by kind and end."""

    nodes: dict[str, _Node] = field(default_factory=dict)
    starting: dict[tuple[str, str], list[_Tie]] = field(default_factory=lambda: defaultdict(list))
    ending: dict[tuple[str, str], list[_Tie]] = field(default_factory=lambda: defaultdict(list))

    def ends(self, uid: str, *kinds: str) -> list[str]:
        """Where the ties of a node lead, each once."""
        return list(dict.fromkeys(t.end for kind in kinds for t in self.starting[uid, kind]))

    def ref(self, uid: str) -> str:
        """How a file names a unit: a division by code and name."""
        parts = uid.split(":")
        return ":".join(parts[1:3]) if parts[0] == "div" else uid


def _has(node: _Node, label: str) -> bool:
    return label in node.labels


def _read(database: Database) -> _Held:
    held = _Held()
    for label in Label:
        for row in queries.export_nodes.stream(str(label), None, None, database=database):
            if "dataset" in row.properties:
                name = unmarked(row.properties["dataset"])
                held.nodes[row.uid] = _Node(row.uid, row.labels, name, row.properties)
    for kind in dict.fromkeys(kind.stored for kind in TIES):
        starts = [str(label) for label in Label]
        for row in queries.export_ties.stream(kind, starts, None, None, database=database):
            name = unmarked(row.properties.get("dataset", ""))
            tie = _Tie(kind, row.start, row.end, name, row.properties)
            held.starting[row.start, kind].append(tie)
            held.ending[row.end, kind].append(tie)
    return held


def _begins(tie: _Tie) -> dt.date:
    return tie.properties["valid_from"] or UNKNOWN_START


def _divisions(held: _Held, path: Path) -> Path | None:
    """The table of the user's divisions: each unit that rests on one of its sources; None without any."""
    known = {unit.uid: unit for unit in read_divisions().units}
    rows = []
    for node in held.nodes.values():
        source = next((s for s in held.ends(node.uid, "SOURCED_FROM") if s.startswith("own:")), "")
        if not source or not _has(node, "Division"):
            continue
        start, end = (node.properties.get(name, "") for name in ("from_edtf", "to_edtf"))
        end = "" if end == OPEN else end
        above = sorted(held.starting[node.uid, "PART_OF"], key=_begins)
        kind, parent = node.properties["kind"], above[0].end.split(":")[1] if above else ""
        if unit := known.get(node.uid):
            # A day that is now known more exactly is not the user's.
            start = "" if (unit.valid_from or "").startswith(start) else start
            end = "" if (unit.valid_to or "").startswith(end) else end
            kind = parent = ""
        found = (node.properties["code"], node.properties["name"], kind, parent, start, end)
        rows.append([*found, source.removeprefix("own:")])
    if rows and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    return path if rows else None


def _groups(held: _Held, folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of the user's groups, by the name under which each was loaded."""
    names = {node.dataset for node in held.nodes.values()}
    names |= {tie.dataset for ties in held.starting.values() for tie in ties}
    for dataset in sorted(name for name in names if name.startswith("file:")):
        name = dataset.removeprefix("file:")
        path = folder / f"{_ODD.sub('_', name)}.yaml"
        yield name, _written(path, _File(held, dataset).form())


def _written(path: Path, tree: Entry) -> Path:
    """Write a file of YAML where none is."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        yaml = YAML()
        yaml.width = 4096
        yaml.representer.ignore_aliases = lambda _: True
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yaml.dump(tree, file)
    return path


@dataclass
class _File:
    """One dataset of the user's groups as a group file."""

    held: _Held
    dataset: str

    def form(self) -> Entry:
        """The sections of the file; what it has from another file of the user's stands in it too."""
        sections: dict[str, Any] = {"form": FORM, "sources": {}}
        makers = {
            "Source": self._source, "Agency": self._agency, "Person": self._person,
            "Post": self._post, "Document": self._document, "Group": self._group,
        }  # fmt: skip
        places = {"Agency": "units", "Person": "persons", "Post": "posts", "Document": "documents",
                  "Group": "groups"}  # fmt: skip
        for node in self._nodes():
            label = next((label for label in makers if _has(node, label)), "")
            if label == "Source":
                sections["sources"][node.uid] = self._source(node)
            elif label:
                sections.setdefault(places[label], []).append(_bare(makers[label](node)))
        tenures = [t for t in self._ties if t.kind == "HOLDS" and not t.properties.get("derived")]
        beyond = dict.fromkeys(
            uid for t in self._ties for uid in (t.start, t.end)
            if t.kind in ("SITS_IN", "MEMBER_OF", "ESTABLISHED_BY", "SUCCEEDED_BY")
            and _has(self.held.nodes[uid], "Group") and not self._is_own(uid)
            and (t.end == uid or t.kind in ("ESTABLISHED_BY", "SUCCEEDED_BY"))
        )  # fmt: skip
        sections["tenures"] = [_bare(self._tenure(tie)) for tie in tenures]
        sections["gaps"] = [
            {"post": node.uid, **json.loads(gap)}
            for node in self._nodes() for gap in node.properties.get("gaps", ())
        ]  # fmt: skip
        sections["additions"] = [_bare(self._addition(uid)) for uid in beyond]
        return {name: entries for name, entries in sections.items() if entries}

    @cached_property
    def _ties(self) -> list[_Tie]:
        every = (tie for ties in self.held.starting.values() for tie in ties)
        return [tie for tie in every if tie.dataset == self.dataset]

    def _is_own(self, uid: str) -> bool:
        node = self.held.nodes.get(uid)
        return node is not None and node.dataset.startswith("file:")

    def _nodes(self) -> Iterator[_Node]:
        """The nodes of the dataset, and those of other files of the user's that it refers to."""
        first = [node.uid for node in self.held.nodes.values() if node.dataset == self.dataset]
        named = (
            uid for tie in self._ties
            for uid in (tie.start, tie.end, *tie.sources, tie.properties.get("person"))
        )  # fmt: skip
        for uid in dict.fromkeys([*first, *filter(None, named)]):
            stand_in = uid.startswith(("post:unstated:", "post:head:"))
            if self._is_own(uid) and not stand_in and uid != UNSOURCED:
                yield self.held.nodes[uid]

    def _sources(self, uid: str) -> list[str]:
        return [one for one in self.held.ends(uid, "SOURCED_FROM") if one != UNSOURCED]

    def _source(self, node: _Node) -> Entry:
        p = node.properties
        return {"title": p["title"], "url": p.get("read_at"), "kind": p["kind"]} | _bare(
            {"date": p.get("date"), "licence": p.get("licence")}
        )

    def _agency(self, node: _Node) -> Entry:
        above = [t for kind in _COMMAND for t in self.held.starting[node.uid, kind]]
        names = {self.held.ref(tie.end) for tie in above}
        # Several versions of a division stand for its code.
        of = names.pop() if len(names) == 1 else next((n.split(":")[0] for n in names), None)
        return {
            "uid": node.uid, "of": of, "tie": above[0].kind.lower() if above else None,
            **_some(node, "name", "branch", "general_office", "category", "note"), **_rank(node),
            **_period(node.properties), "source": self._sources(node.uid),
        }  # fmt: skip

    def _person(self, node: _Node) -> Entry:
        return {"uid": node.uid, **_some(node, "name", "note")}

    def _post(self, node: _Node) -> Entry:
        unit = self.held.ref(self.held.ends(node.uid, "IN")[0])
        told = _some(node, "title", "mode", "branch")
        return {"uid": node.uid, "unit": unit, **told, **_rank(node)}

    def _document(self, node: _Node) -> Entry:
        found = _some(node, "number", "title", "issued", "instrument", *LEGAL_ITEMS)
        return {
            "number": None, "title": None, "instrument": None, "uid": node.uid, **found,
            "issuers": list(map(self.held.ref, self.held.ends(node.uid, "ISSUED_BY"))),
            "petitioned_by": list(map(self.held.ref, node.properties.get("petitioned_by", ()))),
            "source": self._sources(node.uid),
        }  # fmt: skip

    def _group(self, node: _Node) -> Entry:
        p, sources = node.properties, self._sources(node.uid)
        names = ("name", "name_en", "kind", "field", "in_paper", "type_in_paper", "leadership",
                 "roster", "vacancy_stated")  # fmt: skip
        place = self.held.ref(p["place"]) if p.get("place") else None
        told = [] if p.get("unsourced") else sources
        notes = [_bare({"text": text, "source": told}) for text in p.get("notes", ())]
        events = [_bare(_event(text, p, told)) for text in p.get("events", ())]
        return {
            "uid": node.uid, **_some(node, *names), "place": place, **_period(p), "source": sources,
            **self._told(node.uid), "events": events, "notes": notes,
        }  # fmt: skip

    def _told(self, uid: str, dataset: str = "") -> Entry:
        """Founding acts, successors and seats of a group: all, or those of a dataset."""

        def mine(ties: Sequence[_Tie]) -> list[_Tie]:
            return [tie for tie in ties if tie.dataset == (dataset or tie.dataset)]

        lives = self.held.nodes[uid].properties
        seats = [self._seat(tie) for tie in mine(self.held.ending[uid, "SITS_IN"])]
        seats += [
            self._listing(tie, lives) for tie in mine(self.held.ending[uid, "MEMBER_OF"])
            if "listed" in tie.properties["basis"]
        ]  # fmt: skip
        return {
            "established_by": [t.end for t in mine(self.held.starting[uid, "ESTABLISHED_BY"])],
            "succeeded_by": [t.end for t in mine(self.held.starting[uid, "SUCCEEDED_BY"])],
            "seats": [_bare(seat) for seat in seats],
        }

    def _addition(self, uid: str) -> Entry:
        told = self._told(uid, self.dataset)
        sources = dict.fromkeys(source for seat in told["seats"] for source in seat["source"])
        return {"group": uid, "source": list(sources) or self._sources(uid)[:1], **told}

    def _seat(self, tie: _Tie) -> Entry:
        p, post = tie.properties, tie.start
        unit = next(iter(self.held.ends(post, "IN")), None)
        if post.startswith("post:head:"):
            held: Entry = {"unit": self.held.ref(post.removeprefix("post:head:"))}
        elif self.held.nodes[post].properties.get("unstated"):
            held = {"unit": self.held.ref(unit) if unit else None}
        else:
            held = {"post": post}
        names = (
            "role",
            "person",
            "title",
            "executive",
            "rotating",
            "presided",
            "confidence",
            "note",
        )
        end = p.get("to_edtf") if p.get("end_basis") in ("stated", "open") else None
        period = {"from": p.get("from_edtf"), "to": end}
        return {
            **held,
            **{n: p.get(n) for n in names},
            **period,
            **_shown(p),
            "source": tie.sources,
        }

    def _listing(self, tie: _Tie, group: Properties) -> Entry:
        """A unit that a source lists: its days are those of the membership, but for the unit's own."""
        p, unit = tie.properties, self.held.nodes[tie.start].properties
        start = _edtf(p["valid_from"], p["from_precision"])
        if p["from_precision"] == "day" and p["valid_from"] == unit["valid_from"]:
            start = None
        # A stated end shows the unit until the day before; others follow by rule, or are the unit's.
        shown, end = p.get("last_evidence"), p["valid_to"]
        stated = p["to_precision"] == Precision.OPEN or (end and shown == end - _DAY)
        end = _edtf(end, p["to_precision"], ends=True) if stated else None
        period = {
            "from": start,
            "to": end,
            "from_edtf": start,
            "end_basis": "stated" if end else "",
        }
        return {
            "role": p["role"], "unit": self.held.ref(tie.start), "from": start, "to": end,
            **_shown({**p, **period}), "source": tie.sources, "confidence": p["confidence"],
        }  # fmt: skip

    def _tenure(self, tie: _Tie) -> Entry:
        p = tie.properties
        return {
            "person": tie.start, "post": tie.end, "acting": p.get("acting"), "place": p.get("place"),
            **_period(p), **_shown(p), "source": tie.sources,
            "end_basis": "derived" if p.get("end_basis") == "derived" else None,
            "confidence": p["confidence"], "note": p.get("note"),
        }  # fmt: skip


def _bare(entry: Entry) -> Entry:
    """An entry without what is unknown, but for fields of an act or an event that say so."""
    told = ("number", "title", "instrument") if "instrument" in entry else ("on",)
    return {key: value for key, value in entry.items() if key in told or value not in (None, [])}


def _some(node: _Node, *names: str) -> Entry:
    return {name: node.properties.get(name) for name in names}


def _rank(node: _Node) -> Entry:
    """A rank that the file stated; what follows by rule follows again."""
    if node.properties.get("rank_basis") not in ("stated", "override"):
        return {}
    return _some(node, "rank", "rank_basis", "rank_reason")


def _period(p: Properties) -> Entry:
    return {"from": p.get("from_edtf"), "to": p.get("to_edtf")}


def _shown(p: Properties) -> Entry:
    """`as_of`: the last day on which the sources show it, where neither start nor stated end is that day."""
    day, start = p.get("last_evidence"), p.get("from_edtf")
    if day is None or p.get("end_basis") == "stated" or (start and day <= start_bound(start).day):
        return {}
    return {"as_of": day.isoformat()}


def _edtf(day: dt.date, precision: str, ends: bool = False) -> str | None:
    """A bound of the graph as files write it."""
    if precision == Precision.UNKNOWN:
        return None
    if precision == Precision.OPEN:
        return OPEN
    if precision == Precision.BY:
        return f"[..{day.isoformat()}]"
    within = day - _DAY if ends and precision != Precision.DAY else day
    return within.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def _event(text: str, group: Properties, sources: list[str]) -> Entry:
    """An event; one of whose day or span the group does not rest is of the matter."""
    found = _EVENT.fullmatch(text)
    on, until, what = found.groups() if found else ("?", None, text)
    if on == "?":
        return {"on": None, "what": what, "source": sources}
    day = start_bound(on).day
    spans = [span.split("/")[0] for span in group.get("spoken", ())]
    rests = day.isoformat() in (spans if until else group.get("evidence", ()))
    return {"on": on, "until": until, "what": what, "context": not rests, "source": sources}
