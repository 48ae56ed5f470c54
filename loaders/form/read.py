"""Group files entry by entry: each valid entry with its place, each fault as a problem.

A faulty entry does not hide the faults of its neighbours, and its uid still counts as known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from graph.core.words import Words
from loaders.files.problems import Problems, nearest
from loaders.files.yaml import Step, YamlFile, read_yaml
from loaders.form.claims import ClaimEntry
from loaders.form.entries import Entries, Faulty, Located, Parts, declared_in, join
from loaders.form.schema import (
    FORM,
    AdditionEntry,
    DocumentEntry,
    EventEntry,
    GapEntry,
    GroupEntry,
    GroupFile,
    NoteEntry,
    PersonEntry,
    PostEntry,
    SeatEntry,
    SourceEntry,
    TenureEntry,
    UnitEntry,
)
from loaders.form.source_kinds import UNSOURCED, no_source
from loaders.form.terms import TermsEntry, persons_of, tenures_of
from loaders.form.validation_messages import explained, where

T = TypeVar("T", bound=BaseModel)
H = TypeVar("H", GroupEntry, AdditionEntry)

Steps = tuple[Step, ...]

NESTED = ("seats", "events", "claims", "notes")
"""The lists inside a group, each entry of which is judged by itself."""

SECTIONS: Mapping[str, type[BaseModel]] = {
    "units": UnitEntry, "persons": PersonEntry, "posts": PostEntry, "tenures": TenureEntry,
    "gaps": GapEntry, "documents": DocumentEntry,
}  # fmt: skip
"""The lists of a file whose entries stand alone."""

Opened = Callable[[Path, Entries, Problems], YamlFile | None]
"""Opens a file; what was read before it is known. None, with a problem noted, where it cannot."""


def of_this_form(path: Path, before: Entries, problems: Problems) -> YamlFile | None:
    """A file of this form, whatever was read before it."""
    return read_yaml(path, problems)


def read_entries(
    paths: Sequence[Path],
    problems: Problems,
    opened: Opened = of_this_form,
    *,
    allow_unsourced: bool = False,
) -> Entries:
    """Read the files in the order given; every fault is added to `problems`.

    `opened` says how a file becomes the sections of this form: loaders.groups.read knows tables too.
    """
    entries = Entries()
    for path in paths:
        file = opened(path, entries, problems)
        if file is not None:
            _Reader(file, entries, problems, allow_unsourced).read()
    return entries


@dataclass(frozen=True)
class _Reader:
    """Reads one file into the entries."""

    file: YamlFile
    entries: Entries
    problems: Problems
    allow_unsourced: bool = False

    def read(self) -> None:
        """Read every section; of a file of another form nothing."""
        if not self._is_form():
            return
        self._check_sections()
        self.entries.declared |= set(declared_in(self.file.tree))
        self._read_sources()
        for name, model in SECTIONS.items():
            getattr(self.entries, name).extend(self._read_list((name,), model))
        self._read_terms()
        for steps, row in self._rows(("groups",)):
            if group := self._parts(steps, row, GroupEntry):
                self.entries.groups.append(group)
        for steps, row in self._rows(("additions",)):
            if addition := self._parts(steps, row, AdditionEntry):
                self._join(addition)

    def _is_form(self) -> bool:
        found = self.file.tree.get("form")
        if found == FORM:
            return True
        said = (
            Words("It has no `form`.", "文件没有 form，")
            if found is None
            else Words(f"Its form is {found!r}.", f"文件的 form 是“{found}”，")
        )
        self.problems.add(
            self.file.at("form"),
            Words(
                f"{said.en} This version reads `form: {FORM}`.",
                f"{said.zh}本版本读取 form: {FORM}。",
            ),
        )
        return False

    def _check_sections(self) -> None:
        known = sorted(GroupFile.model_fields)
        for name in self.file.tree:
            if name not in known:
                like = nearest(str(name), known, limit=1)
                self.problems.add(
                    self.file.at(name),
                    Words(f"Unknown section {name!r}.", f"未知的节“{name}”。"),
                    like,
                )

    def _read_sources(self) -> None:
        sources = self.file.tree.get("sources") or {}
        if not isinstance(sources, Mapping):
            self.problems.add(
                self.file.at("sources"),
                Words("`sources` is not a mapping of ids.", "sources 应为以 id 为键的映射。"),
            )
            return
        for uid, row in sources.items():
            found = self._entry(("sources", uid), row, SourceEntry)
            if found is not None:
                self.entries.sources.append((str(uid), found))

    def _read_terms(self) -> None:
        """Write lists of holders out as tenures, and as persons where no entry before has them."""
        for terms in self._read_list(("terms",), TermsEntry):
            for uid, row in persons_of(terms.entry).items():
                fresh = uid not in self.entries.declared
                if fresh and (person := self._entry(terms.steps, row, PersonEntry)):
                    self.entries.declared.add(uid)
                    self.entries.persons.append(person)
            found = (self._entry(terms.steps, row, TenureEntry) for row in tenures_of(terms.entry))
            self.entries.tenures += [tenure for tenure in found if tenure is not None]

    def _parts(self, steps: Steps, row: Any, model: type[H]) -> Parts[H] | None:
        """A group or an addition with its lists; each entry of a list is judged by itself."""
        if not isinstance(row, Mapping):
            self._entry(steps, row, model)
            return None
        own = {key: value for key, value in row.items() if key not in NESTED}
        head = self._entry(steps, own, model)
        seats = self._read_list((*steps, "seats"), SeatEntry)
        events = self._read_list((*steps, "events"), EventEntry)
        claims = self._read_list((*steps, "claims"), ClaimEntry)
        notes = self._read_list((*steps, "notes"), NoteEntry)
        return Parts(head, seats, events, claims, notes) if head is not None else None

    def _join(self, addition: Parts[AdditionEntry]) -> None:
        """Join what a later file tells of a group to the group's own entry."""
        head, groups = addition.head, {g.head.entry.uid: g for g in self.entries.groups}
        if head.entry.group in groups:
            join(groups[head.entry.group], addition)
            return
        text = Words(
            f"No group read before is called {head.entry.group!r}.",
            f"前面读取的文件中没有名为“{head.entry.group}”的小组。",
        )
        self.problems.add(head.at("group"), text, nearest(head.entry.group, list(groups)))

    def _read_list(self, steps: Steps, model: type[T]) -> list[Located[T]]:
        found = (self._entry(place, row, model) for place, row in self._rows(steps))
        return [entry for entry in found if entry is not None]

    def _rows(self, steps: Steps) -> Iterator[tuple[Steps, Any]]:
        node: Any = self.file.tree
        for step in steps:
            node = node.get(step) if isinstance(node, Mapping) else node[step]
        if node is not None and not isinstance(node, list):
            self.problems.add(
                self.file.at(*steps),
                Words(f"`{steps[-1]}` is not a list.", f"{steps[-1]} 应为列表。"),
            )
            return
        for number, row in enumerate(node or ()):
            yield (*steps, number), row

    def _entry(self, steps: Steps, row: Any, model: type[T]) -> Located[T] | None:
        try:
            return Located(model.model_validate(self._sourced(row, model)), self.file, steps)
        except ValidationError as error:
            self.entries.faulty.append(Faulty(row, self.file, steps))
            for detail in error.errors(include_url=False):
                text, suggestions = explained(detail, model)
                self.problems.add(self.file.at(*steps, *where(detail)), text, suggestions)
            return None

    def _sourced(self, row: Any, model: type[T]) -> Any:
        """The row, under the source `unsourced` where it has none and that is allowed."""
        wants = self.allow_unsourced and "source" in model.model_fields
        if not wants or not isinstance(row, Mapping) or row.get("source"):
            return row
        if UNSOURCED not in self.entries.declared:
            self.entries.declared.add(UNSOURCED)
            self.entries.sources.append((UNSOURCED, Located(no_source(), self.file, ())))
        low = {"confidence": "low"} if "confidence" in model.model_fields else {}
        return {**row, "source": UNSOURCED, **low}
