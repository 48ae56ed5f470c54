"""In which file a thing stands: a name made of its permanent id or uid alone, so that it never changes."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from graph.core.errors import InputError
from graph.core.words import Words
from loaders.package.ids import LETTERS, id_of

FOLDERS: Mapping[str, str] = {
    "group": "group", "person": "person", "agency": "place", "div": "place", "doc": "document",
    "region": "region", "post": "post",
}  # fmt: skip
"""The folder of a uid by its first word; a source has none."""
SOURCE = "source"
ID_FOLDERS = {letter: FOLDERS[kind] for kind, letter in LETTERS.items()}
"""The folder of a permanent id by its letter."""


def folder_of(uid: str) -> str:
    """The folder in which the page of a uid stands."""
    return FOLDERS.get(uid.partition(":")[0], SOURCE) if ":" in uid else SOURCE


def stem(uid: str) -> str:
    """The name of the file of a uid: its permanent id, else the uid; another one for every uid.

    What a file system or an address would not take is replaced, and a digest of the uid stands behind it.
    """
    if given := id_of(uid):
        return given
    kind, _, rest = uid.partition(":")
    text = rest if kind in FOLDERS else uid
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.")
    if plain == text:
        return plain
    return "-".join(filter(None, (plain, hashlib.sha256(uid.encode()).hexdigest()[:8])))


def file_of(uid: str) -> str:
    """The file of a uid below the folder of a language, without its ending: group/bth-air-lsg."""
    return f"{folder_of(uid)}/{stem(uid)}"


@dataclass(frozen=True)
class Book:
    """Which things and questions have a page; `screens` are the addresses of the lists and texts.

    A group that has a page has a picture.
    """

    uids: frozenset[str]
    queries: frozenset[str]
    screens: frozenset[str]

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The file of each thing; raises InputError where two names differ by nothing but their case."""
        found = {uid: file_of(uid) for uid in sorted(self.uids)}
        taken: dict[str, str] = {}
        for uid, file in found.items():
            other = taken.setdefault(file.lower(), uid)
            if other != uid:
                raise InputError(
                    Words(
                        f"{uid} and {other} would share one file. Rename one of them.",
                        f"{uid} 与 {other} 会写入同一文件，请更改其一。",
                    )
                )
        return found

    def target(self, address: str, language: str) -> str | None:
        """The file, from the root of the site, at which an address of the application stands here.

        None for what is not written, such as a group on another day.
        """
        parts = urlsplit(address)
        path = unquote(parts.path)
        if parts.query:
            return None
        if path in self.screens:
            return f"{language}/{screen_file(path)}.html"
        kind, _, rest = path.removeprefix("/").partition("/")
        if kind == "ask":
            return f"{language}/ask/{rest}.html" if rest in self.queries else None
        if kind == "group" and rest.endswith("/picture"):
            uid = f"group:{rest.removesuffix('/picture')}"
            return f"{picture_file(uid)}#lang={language}" if uid in self.uids else None
        uid = f"{kind}:{rest}" if kind in ("group", "person", "region") else rest
        file = self.files.get(uid)
        return f"{language}/{file}.html" if file else None


def picture_file(uid: str) -> str:
    """The file of the picture of a group, from the root of the site."""
    return f"picture/{stem(uid)}.html"


def relative(here: str, target: str) -> str:
    """The address of a file as a page of the site names it; both from the root of the site."""
    path, mark, rest = target.partition("#")
    return quote(posixpath.relpath(path, posixpath.dirname(here) or ".")) + mark + rest


def screen_file(address: str) -> str:
    """The file of a page that is not one of a thing: groups for /groups, index for /."""
    return address.removeprefix("/") or "index"
