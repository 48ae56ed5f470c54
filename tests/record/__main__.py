"""`python -m tests.record FILE` records what every reading query answers over the whole dataset.

    python -m tests.record FILE [--home FOLDER]          record: some minutes
    python -m tests.record --compare A B [--aliases FILE] [--most N]

The server is private, in a temporary folder or in the one named, which keeps it for the next time. What
is asked stands in `asks.json`, drawn once (seed 34) from the data on 20 days: `@3` is a sample of groups,
and a parameter that is left out has its default. A recording is JSON by lines, compressed: a head with the
commit and the digest of the graph, then an answer a line. Rows stand sorted; `order` is the digest of
the order in which they came.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from graph.catalogue import queries
from graph.connection import Database, connect
from graph.core.errors import LsgraphError
from graph.server.local import ensure_running, stop
from graph.settings import Settings
from tests.record.compare import compare, line
from tests.servers import statements
from tests.templates import ROOT, Content, fill, fingerprint

ASKS = Path(__file__).with_name("asks.json")
OWN = {"id"}
"""Columns that the server makes up: element ids."""
Ask = tuple[str, dict[str, Any]]


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.record")
    parser.add_argument("file", nargs="?", type=Path, help="the recording to write (.jsonl.gz)")
    parser.add_argument("--home", type=Path, help="folder that keeps the server")
    parser.add_argument("--only", help="queries to record, with commas; else all")
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("A", "B"))
    parser.add_argument("--aliases", type=Path, help="YAML: what is called otherwise in B")
    parser.add_argument("--most", type=int, default=3, help="differences shown of a query")
    given = parser.parse_args()
    if given.compare:
        sys.exit(compare(given.compare, given.aliases, given.most))
    if given.file is None:
        parser.error("name the file to write, or two to compare")
    with served(given.home) as database:
        record(database, given.file, given.only)


@contextmanager
def served(home: Path | None) -> Iterator[Database]:
    """The whole dataset on a server of its own; what made the graph is in the name of its folder."""
    with tempfile.TemporaryDirectory(prefix="record-") as temporary:
        folder = (home or Path(temporary)).resolve() / fingerprint()
        settings = Settings(folder, Settings.from_environment({}).jars_dir)
        fill(settings, Content.WHOLE)
        ensure_running(settings)
        try:
            with connect(settings) as database:
                yield database
        finally:
            stop(settings)


def record(database: Database, file: Path, only: str | None = None) -> None:
    """Ask all that is asked and write what is answered."""
    held = json.loads(ASKS.read_text(encoding="utf-8"))
    known = {query.name for query in queries.readable()}
    names = sorted(only.split(",") if only else known)
    asks = [(name, given) for name in names for given in held["asks"].get(name, ())]
    head = {
        "commit": _git("rev-parse", "HEAD"),
        "uncommitted": _git("status", "--porcelain").splitlines(),
        "only": names if only else None,
        "graph": digest(database),
        "unasked": sorted(known - set(held["asks"])),
    }
    with gzip.open(file, "wt", encoding="utf-8") as out, ThreadPoolExecutor(2) as threads:
        out.write(line(head) + "\n")
        for at, made in enumerate(threads.map(partial(answer, database, held["samples"]), asks)):
            out.write(line(made) + "\n")
            if at % 200 == 0:
                print(f"{at} of {len(asks)}: {made['query']}", file=sys.stderr, flush=True)


def answer(database: Database, samples: Mapping[str, list[str]], ask: Ask) -> dict[str, Any]:
    """The rows of one question, sorted; its error where it has none. A parameter that went is left out."""
    name, given = ask
    types = {p.name: str(p.type) for p in queries[name].parameters}
    taken = {key: _read(types[key], value, samples) for key, value in given.items() if key in types}
    try:
        rows = queries[name](**taken, database=database)
    except LsgraphError as error:
        return {"query": name, "given": given, "error": type(error).__name__, "rows": []}
    lines = [line({key: value for key, value in row.items() if key not in OWN}) for row in rows]
    return {
        "query": name,
        "given": given,
        "order": _hash(lines),
        "rows": [json.loads(one) for one in sorted(lines)],
    }


def digest(database: Database) -> dict[str, dict[str, Any]]:
    """Number and digest of each property by label or type of tie, so that what differs has a name."""
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in statements.whole_nodes(database=database):
        for name, value in {"": None, **row.properties}.items():
            held["+".join(row.labels)][name].append(line([row.properties.get("uid"), value]))
    for row in statements.whole_ties(database=database):
        for name, value in {"": None, **row.properties}.items():
            held[row.type][name].append(line([row.start, row.end, value]))
    return {
        kind: {name: [len(values), _hash(sorted(values))] for name, values in of.items()}
        for kind, of in held.items()
    }


def _read(kind: str, value: Any, samples: Mapping[str, list[str]]) -> Any:
    """A value of the plain file: the name of a sample is its groups, a text that stands for a day the day."""
    if kind.startswith("date") and value is not None:
        return dt.date.fromisoformat(value)
    if kind == "list<map>":
        return [{**one, "day": dt.date.fromisoformat(one["day"])} for one in value]
    return samples.get(value, value) if isinstance(value, str) else value


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _git(*words: str) -> str:
    return subprocess.check_output(["git", *words], cwd=ROOT, text=True).strip()


if __name__ == "__main__":
    main()
