"""Converted sections as YAML files of the form, one line an entry, as the shipped files are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from loaders.files.flow import flow, scalar, value_text
from loaders.form.schema import FORM
from loaders.gathered.convert import Converted

Entry = Mapping[str, object]

NESTED = ("seats", "events", "notes")
TITLES = {
    "sources": "Sources of the dataset: where each statement was read.",
    "bodies": "Agencies (机构) that the groups of the dataset name; divisions come with the project.",
    "holders": "Persons, posts, and the posts that a person held beside a seat.",
    "documents": "The acts that founded groups.",
    "additions": "What the gathered files tell beyond the shipped entries of a group.",
}
HEAD = (
    "# {title}\n# Made by `lsgraph convert gathered`: correct the gathered files, convert again.\n"
)


def write(converted: Converted, folder: Path) -> list[Path]:
    """Write the files into a folder; older files of the same names are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: text for name, text in _texts(converted) if text}
    paths = []
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _texts(converted: Converted) -> Iterable[tuple[str, str]]:
    lines = [f"  {scalar(uid)}: {flow(row)}" for uid, row in converted.sources.items()]
    yield "1_sources", _file("sources", ["sources:", *lines]) if lines else ""
    yield "2_bodies", _lists(converted, "bodies", "units")
    yield "3_holders", _lists(converted, "holders", "persons", "posts", "tenures")
    yield "4_documents", _lists(converted, "documents", "documents")
    for level, groups in converted.groups.items():
        text = "\n\n".join("\n".join(_block(group, "uid")) for group in groups)
        name = re.sub(r"[^\w-]", "_", level)
        yield f"5_{name}", _file(f"Groups of the level {level}.", ["groups:", text])
    blocks = ["\n".join(_block(entry, "group")) for entry in converted.additions]
    yield "6_additions", _file("additions", ["additions:", "\n\n".join(blocks)]) if blocks else ""


def _file(title: str, lines: Sequence[str]) -> str:
    head = HEAD.format(title=TITLES.get(title, title))
    return "\n".join([f"{head}form: {FORM}\n", *lines, ""])


def _lists(converted: Converted, title: str, *sections: str) -> str:
    lines: list[str] = []
    for name in sections:
        rows = converted.sections[name]
        if rows:
            lines += [f"{name}:", *(f"- {flow(row)}" for row in rows), ""]
    return _file(title, lines[:-1]) if lines else ""


def _block(group: Entry, first: str) -> Iterable[str]:
    """A group: a line a field, a line a seat or note."""
    for key, value in group.items():
        start = "- " if key == first else "  "
        if key in NESTED and isinstance(value, list):
            yield f"  {key}:"
            yield from (f"  - {flow(row)}" for row in value)
        else:
            yield f"{start}{key}: {value_text(value)}"
