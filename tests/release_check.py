"""The tools of archives hold a release against their own rules: `make release-check`.

Run as a script in an environment with the extra `release`: python tests/release_check.py FOLDER. It ends
with an error where a tool finds a fault, and says what each has read.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

QUESTIONS = Path(__file__).parents[1] / "docs" / "releases.md"


def croissant(folder: Path) -> str:
    """mlcroissant reads the description, and the rows of every table through it."""
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=folder / "croissant.json")
    issues = dataset.metadata.ctx.issues
    assert not issues.errors and not issues.warnings, issues.report()
    rows = {one.id: sum(1 for _ in dataset.records(one.id)) for one in dataset.metadata.record_sets}
    assert all(rows.values()), rows
    return f"{len(rows)} tables, {sum(rows.values())} rows"


def crate(folder: Path) -> str:
    """The library of RO-Crate finds every file that the crate names."""
    from rocrate.rocrate import ROCrate

    opened = ROCrate(str(folder))
    files = [one for one in opened.data_entities if one.type == "File"]
    assert files and all((folder / one.id).is_file() for one in files)
    assert opened.root_dataset["license"] and opened.root_dataset["author"]
    return f"{len(files)} files, {opened.name}"


def linked(folder: Path) -> str:
    """The linked data parses, and meets the shapes of the release."""
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(folder / "shapes.jsonld", format="json-ld")
    told = []
    for name in ("dataset.jsonld", "groups.jsonld"):
        graph = rdflib.Graph().parse(folder / name, format="json-ld")
        valid, _, text = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
        assert valid, text[:2000]
        told.append(f"{name} {len(graph)} triples")
    return ", ".join(told)


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
    """Datasette opens the file and answers the questions of docs/releases.md."""
    questions = re.findall(r"```sql\n(.*?)```", QUESTIONS.read_text(encoding="utf-8"), re.S)
    assert len(questions) >= 5
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


CHECKS: tuple[Callable[[Path], str], ...] = (croissant, crate, linked, follow_the_money, datasette)

if __name__ == "__main__":
    for check in CHECKS:
        print(f"{check.__name__}: {check(Path(sys.argv[1]))}", flush=True)
