"""The tools that a release is for read it: `make release-check`.

Run as a script in an environment with the extra `release`: python tests/release_check.py FOLDER. It ends
with an error where a tool finds a fault, and says what each has read.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

QUESTIONS = Path(__file__).parents[1] / "docs" / "releases.md"


def linked(folder: Path) -> str:
    """The linked data parses; every group, person and source has a name."""
    import rdflib

    graph = rdflib.Graph().parse(folder / "lsgraph.jsonld", format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    told = []
    for kind in (schema.Dataset, schema.Organization, schema.Person, schema.CreativeWork):
        found = set(graph.subjects(rdflib.RDF.type, kind))
        assert found and all(graph.value(one, schema.name) for one in found)
        told.append(f"{len(found)} {kind.rpartition('/')[2]}")
    return f"{len(graph)} triples, {', '.join(told)}"


def follow_the_money(folder: Path) -> str:
    """Every entity is valid by its schema, loses no value and leads to entities that are there."""
    from followthemoney import model

    lines = (folder / "entities.ftm.ndjson").read_text(encoding="utf-8").splitlines()
    entities = [json.loads(line) for line in lines]
    ids = {one["id"] for one in entities}
    assert len(ids) == len(entities)
    for one in entities:
        proxy = model.get_proxy(one)
        proxy.schema.validate(one)
        kept = {name: sorted(proxy.get(name)) for name in one["properties"]}
        assert kept == {name: sorted(v) for name, v in one["properties"].items()}, (kept, one)
        ends = [v for prop, v in proxy.itervalues() if prop.type.name == "entity"]
        assert ids.issuperset(ends), one
    return ", ".join(
        f"{n} {name}" for name, n in sorted(Counter(e["schema"] for e in entities).items())
    )


def datasette(folder: Path) -> str:
    """Datasette opens the file and answers the ready questions and those of docs/releases.md."""
    questions = re.findall(r"```sql\n(.*?)```", QUESTIONS.read_text(encoding="utf-8"), re.S)
    with closing(sqlite3.connect(folder / "lsgraph.sqlite")) as db:
        views = db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    questions += [f"SELECT * FROM {name}" for (name,) in views]
    assert len(questions) >= 7
    told = []
    for sql in questions:
        ask = [
            "datasette",
            str(folder / "lsgraph.sqlite"),
            "--metadata",
            str(folder / "datasette.json"),
        ]
        command = [str(Path(sys.executable).with_name("datasette")), *ask[1:], "--get",
                   f"/lsgraph.json?_shape=array&sql={quote(sql)}"]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows = json.loads(done.stdout)
        assert rows and isinstance(rows, list), (sql, done.stdout)
        told.append(f"{len(rows)} rows, first {list(rows[0].values())}")
    return "; ".join(told)


CHECKS: tuple[Callable[[Path], str], ...] = (linked, follow_the_money, datasette)

if __name__ == "__main__":
    for check in CHECKS:
        print(f"{check.__name__}: {check(Path(sys.argv[1]))}", flush=True)
