"""What the version before this one had and this one has not: told by name, with what to do instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from graph.core.words import NOTHING, Words


@cache
def entries() -> list[Mapping[str, Any]]:
    """The entries of gone.yaml: kind, name, and instead in both languages."""
    from ruamel.yaml import YAML

    return YAML(typ="safe").load(_text()) or []


@cache
def _text() -> str:
    return files("lsgraph").joinpath("gone.yaml").read_text(encoding="utf-8")


def typed(words: Sequence[str]) -> Words:
    """What is said of the words of a failed command that name a command or option that went."""
    told = [part for word in words for part in (word.split("=", 1) if word[:2] == "--" else [word])]
    if told[:1] == ["--language"]:
        told = told[2:]
    for entry in entries():
        if entry["kind"] in ("command", "option") and _stands(entry["name"].split(), told):
            return _said(entry)
    return NOTHING


def _stands(name: Sequence[str], told: Sequence[str]) -> bool:
    """Whether a command is meant: its words first, its option with its value anywhere behind them."""
    first = next((at for at, word in enumerate(name) if word[0] == "-"), len(name))
    option, behind = name[first:], told[first:]
    places = range(len(behind) - len(option) + 1)
    return told[:first] == name[:first] and any(
        behind[at : at + len(option)] == option for at in places
    )


def variables(environ: Mapping[str, str]) -> Iterator[Words]:
    """What is said of each variable that is set and read no more; the file is parsed only for one."""
    if any(name in _text() for name in environ if name.startswith("LSGRAPH_")):
        for entry in entries():
            if entry["kind"] == "variable" and environ.get(entry["name"]):
                yield _said(entry)


def name(name: str) -> Words:
    """What is said of a name of the library (`lsgraph.x`) that went."""
    found = (one for one in entries() if one["kind"] == "name" and one["name"] == name)
    return next(map(_said, found), NOTHING)


def _said(entry: Mapping[str, Any]) -> Words:
    shown, instead = entry["name"], entry["instead"]
    return Words(
        f"{shown} went with this version. {instead['en']}",
        f"本版已不再提供 {shown}。{instead['zh']}",
    )
