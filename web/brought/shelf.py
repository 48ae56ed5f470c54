"""The drafts that somebody has brought in, as folders of files: what was given stays as it was given.

`given` holds the files as they came, `ready` what is read and loaded: a workbook that can be mended, a folder
of CSV, or YAML. A draft outlives the application and its browser, until somebody takes it away.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.core.errors import InputError, UnknownName
from graph.core.files import fresh_folder, write_fresh
from graph.core.words import Words
from loaders.tables.read.detect import ELSEWHERE, WORKBOOK

MOST = 200
"""Drafts that are kept at once."""
LONGEST_NAME = 80
TABLES, YAML = (".csv", ".tsv"), (".yaml", ".yml")
NOTICES = (
    ".txt", ".html", ".htm", ".mhtml", ".mht", ".md", ".docx", ".pdf", ".png", ".jpg", ".jpeg",
)  # fmt: skip
ANSWER = ".json"
ENDINGS = (WORKBOOK, *TABLES, *YAML, *NOTICES, ANSWER)
"""What may be brought in: tables, or the text of a notice, with seats that somebody has set down (.json)."""

_ID = re.compile(r"[0-9a-f]{16}")
_ODD = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\ud800-\udfff]+")
_HELD = Words("draft", "草稿")


@dataclass(frozen=True)
class Draft:
    """A folder of the shelf. `name` is what its user calls it: the name of the file without its ending."""

    folder: Path

    @property
    def id(self) -> str:
        """The part of its address."""
        return self.folder.name

    @property
    def given(self) -> tuple[Path, ...]:
        """The files as they were given."""
        return tuple(sorted((self.folder / "given").iterdir()))

    @property
    def name(self) -> str:
        """The name under which it is loaded unless its user names another."""
        return (
            (self.notice or self.given[0]).stem if self.notice or len(self.given) == 1 else "tables"
        )

    @property
    def notice(self) -> Path | None:
        """The text of a notice, which a program reads first; None for tables."""
        return next((one for one in self.given if one.suffix.casefold() in NOTICES), None)

    @property
    def answer(self) -> Path | None:
        """Seats that somebody has set down, to be held against the notice."""
        return next((one for one in self.given if one.suffix.casefold() == ANSWER), None)

    @property
    def ready(self) -> Path | None:
        """What is read and loaded; None before a notice has been read."""
        # What begins with a dot is being written.
        return next(iter(sorted((self.folder / "ready").glob("[!.]*"))), None)

    @property
    def workbook(self) -> Path | None:
        """The workbook whose cells can be mended here; None for tables of another kind."""
        ready = self.ready
        return ready if ready and ready.suffix.casefold() == WORKBOOK else None

    @property
    def brought(self) -> dt.datetime:
        """When it was brought in."""
        return dt.datetime.fromtimestamp(self.folder.joinpath("given").stat().st_mtime)

    def digest(self) -> str:
        """What is ready now, as a sum over names and contents."""
        total, ready = hashlib.sha256(), self.ready
        for path in sorted(ready.iterdir()) if ready and ready.is_dir() else filter(None, [ready]):
            total.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            total.update(path.read_bytes())
        return total.hexdigest()[:16]

    def note(self, name: str) -> Any:
        """What was noted of it under a name, None for nothing."""
        path = self.folder / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def take_note(self, name: str, value: Any) -> None:
        """Note something of it, at once and as a whole."""
        write_fresh(self.folder / f"{name}.json", json.dumps(value, ensure_ascii=False), True)


@dataclass(frozen=True)
class Shelf:
    """The folder of all drafts of a user."""

    folder: Path

    def drafts(self) -> list[Draft]:
        """All drafts, what was brought last first."""
        if not self.folder.exists():
            return []
        held = [Draft(path) for path in self.folder.iterdir() if _ID.fullmatch(path.name)]
        return sorted(held, key=lambda draft: draft.brought, reverse=True)

    def draft(self, id: str) -> Draft:
        """The draft of an id; raises UnknownName for none."""
        if not _ID.fullmatch(id) or not (self.folder / id / "ready").is_dir():
            raise UnknownName(_HELD, id)
        return Draft(self.folder / id)

    def take(self, files: Sequence[tuple[str, bytes]]) -> Draft:
        """Keep files that belong together: one of any kind, or several tables of CSV.

        Raises InputError, with nothing kept, for what cannot be read at all.
        """
        named = [(_plain(name), content) for name, content in files]
        _check([name for name, _ in named])
        if len(self.drafts()) >= MOST:
            raise InputError(_FULL)
        folder = self.folder / secrets.token_hex(8)
        with fresh_folder(folder, False, lambda _: False) as made:
            for part in ("given", "ready"):
                (made / part).mkdir()
            for name, content in named:
                (made / "given" / name).write_bytes(content)
            _make_ready(Draft(made))
        return Draft(folder)

    def remove(self, draft: Draft) -> None:
        """Take a draft away for good."""
        shutil.rmtree(draft.folder)


def _make_ready(draft: Draft) -> None:
    """Copy what needs no reading; tables of CSV into a folder, by whose name they are loaded."""
    if draft.notice:
        return
    ready, csv = draft.folder / "ready", draft.given[0].suffix.casefold() in TABLES
    target = ready / draft.name if csv else ready
    target.mkdir(exist_ok=True)
    for path in draft.given:
        shutil.copyfile(path, target / path.name)


def _plain(name: str) -> str:
    """The name of a file without folders and without what no file system takes."""
    bare = _ODD.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    stem, dot, ending = bare.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending}" if stem else bare


def _check(names: Sequence[str]) -> None:
    if not names:
        raise InputError(_NOTHING)
    endings = [Path(name).suffix.casefold() for name in names]
    for name, ending in zip(names, endings, strict=True):
        if ending not in ENDINGS:
            raise InputError(_unknown(name, ELSEWHERE.get(ending)))
    read = [ending for ending in endings if ending in NOTICES]
    if ANSWER in endings and (len(read), len(endings)) != (1, 2):
        raise InputError(_WITH_NOTICE)
    if len(names) > 1 and ANSWER not in endings and not set(endings) <= set(TABLES):
        raise InputError(_SEVERAL)
    if len({name.casefold() for name in names}) < len(names):
        raise InputError(_TWICE)


def _unknown(name: str, remedy: Words | None) -> Words:
    listed = ", ".join(ENDINGS)
    told = remedy or Words(
        f"This kind of file is not read. Bring one of {listed}.",
        f"不读取此类文件。请提供以下之一：{listed}。",
    )
    return Words(f"{name}: {told.en}", f"{name}：{told.zh}")


_NOTHING = Words("Choose a file, or paste a text.", "请选择文件，或粘贴文字。")
_SEVERAL = Words(
    "Several files at once must all be CSV, a table each. Bring others one by one.",
    "一次提供多个文件时须均为 CSV，每个文件一张表。其他文件请逐个导入。",
)
_WITH_NOTICE = Words(
    "Seats that were set down elsewhere (.json) come together with the one text that they were taken from.",
    "他处列出的席位（.json）须与其所依据的一份原文一并导入。",
)
_TWICE = Words("Two of the files have one name.", "有两个文件同名。")
_FULL = Words(
    f"{MOST} drafts are kept already. Take some away first.",
    f"已保存 {MOST} 份草稿，请先删除一些。",
)
