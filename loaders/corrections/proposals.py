"""Proposals: patches of one change each, kept as files until somebody applies or removes them.

A file is written whole under a name that nobody has, so that two who correct one fact at once lose nothing.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph.core.errors import InputError, InvalidData, UnknownName
from graph.core.words import Words
from loaders.corrections.form import ChangeEntry, patch_text, read_patch
from loaders.corrections.plan import plan
from loaders.corrections.truth import Truth
from loaders.files.problems import Problem, Problems

NAME = re.compile(r"[0-9a-f]{12}-[1-9][0-9]{0,3}")
"""The name of a proposal: of its thing and property, and a number."""
MOST = 1_000
"""Proposals of one property that are kept."""


class Rejected(InputError):
    """A proposal that is not valid: `faults` say why."""

    def __init__(self, faults: Sequence[Words]) -> None:
        super().__init__(Words.joined(faults, "\n", "\n"))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Proposal:
    """A proposal that stands, and the name under which it is kept."""

    name: str
    change: ChangeEntry


@dataclass(frozen=True)
class Proposals:
    """The proposals of a folder, checked against the files that `truth` names."""

    folder: Path
    truth: Truth

    def add(self, fields: Mapping[str, object]) -> Proposal:
        """Check a change as `lsgraph data apply` does, and keep it as a file.

        Raises Rejected with every fault, InvalidData where the files themselves are faulty.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=self.folder) as made:
            path = Path(made) / "proposal.yaml"
            path.write_text(patch_text([fields]), encoding="utf-8", errors="replace", newline="\n")
            change = self._checked(path)
            path.write_text(patch_text([change]), encoding="utf-8", newline="\n")
            return Proposal(self._kept(path, fact_of(change.uid, change.property)), change)

    def all(self) -> list[Proposal]:
        """Every proposal that is kept; a file of the folder that is none is passed over."""
        names = [path.stem for path in self.folder.glob("*.yaml") if NAME.fullmatch(path.stem)]
        found = (self._read(name) for name in sorted(names, key=_number))
        return [one for one in found if one is not None]

    def text(self, name: str) -> str:
        """A proposal as a patch; raises UnknownName where none is kept under the name."""
        path = self.folder / f"{name}.yaml"
        if not NAME.fullmatch(name) or not path.is_file():
            raise UnknownName(Words("proposal", "更正提议"), name)
        return path.read_text(encoding="utf-8")

    def _read(self, name: str) -> Proposal | None:
        changes = read_patch(self.folder / f"{name}.yaml", Problems())
        return Proposal(name, changes[0].entry) if len(changes) == 1 else None

    def _checked(self, path: Path) -> ChangeEntry:
        try:
            one = plan([path], self.truth).made[0]
        except InvalidData as error:
            told = [p.said for p in error.found if isinstance(p, Problem) and p.place.path == path]
            if len(told) < len(error.found):
                raise
            raise Rejected(told) from None
        # The uid in full: the first parts of it, or an id, name the same fact.
        return one.change.entry.model_copy(
            update={"uid": one.thing.uid, "from_": one.before, "to": one.after}
        )

    def _kept(self, path: Path, fact: str) -> str:
        """Link the file to the first name of the fact that is free: no other file is ever replaced."""
        for number in range(1, MOST + 1):
            name = f"{fact}-{number}"
            try:
                os.link(path, self.folder / f"{name}.yaml")
            except FileExistsError:
                continue
            return name
        raise InputError(
            Words(
                f"{MOST} proposals of this value are kept. Remove some from {self.folder}.",
                f"此值已有 {MOST} 条提议。请从 {self.folder} 中清理。",
            )
        )


def fact_of(uid: str, property: str) -> str:
    """How the names of proposals for a property of a thing begin."""
    return sha256(f"{uid}|{property}".encode()).hexdigest()[:12]


def _number(name: str) -> tuple[str, int]:
    fact, _, number = name.partition("-")
    return fact, int(number)
