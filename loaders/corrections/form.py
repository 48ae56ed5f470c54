"""The form of patches (`lsgraph/patch/1`): each change names a thing, a property, two values and who says so.

docs/corrections.md explains every field with an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from graph.core.dates import Precision, start_bound
from graph.core.words import Words
from loaders.files.flow import value_text
from loaders.files.problems import Place, Problems, nearest
from loaders.files.yaml import YamlFile, read_yaml
from loaders.form.validation_messages import explained, where
from loaders.form.values import Address, Row, SourceKind, Start, Text, fault

FORM = "lsgraph/patch/1"
DAY = Words(
    "Write one day: 2026-11-28.",
    "请写明一日：2026-11-28。",
)


def _day(text: str) -> str:
    bound = start_bound(text)
    if bound.precision is not Precision.DAY:
        raise fault("edtf", DAY)
    return text


Day = Annotated[Start, AfterValidator(_day)]


def _named(value: object) -> object:
    """An id alone names a source that the files have."""
    return {"uid": value} if isinstance(value, str) else value


class PatchSource(Row):
    """Where the new value was read: the id of a source that the files have, or a new source.

    A new one has a citation, an address (null if there is none), its kind, and the day it was read.
    """

    uid: Annotated[Text, Field(pattern=r"^[^\s:]+$")]
    title: Text | None = None
    url: Address | None = None
    kind: SourceKind | None = None
    date: Start | None = None
    read: Day | None = None
    licence: Text | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> PatchSource:
        needed = {"title", "url", "kind", "read"}
        if self.model_fields_set > {"uid"} and not needed <= self.model_fields_set:
            raise fault("patch_source", WHOLE)
        return self

    @property
    def entry(self) -> dict[str, object] | None:
        """The fields of a new source as files have them; None where the files have it."""
        if self.title is None:
            return None
        named = self.model_dump(exclude={"uid"}, mode="json")
        return {key: value for key, value in named.items() if value is not None or key == "url"}


WHOLE = Words(
    "A new source needs `title` (the citation), `url` (null if there is none), `kind` and `read` (the"
    " day). Of a source that the files have give the id alone.",
    "新来源须有 `title`（引文）、`url`（没有则写 null）、`kind` 与 `read`（查阅之日）。"
    "若为文件中已有之来源，只写其标识。",
)


class ChangeEntry(Row):
    """One change: the thing by uid, its property, the value it has and shall have, and who says why."""

    uid: Text
    property: Text
    from_: Any = Field(alias="from")
    to: Any
    source: Annotated[PatchSource, BeforeValidator(_named)]
    reason: Text
    by: Text
    on: Day


@dataclass(frozen=True)
class Change:
    """A change and where it stands; `faulty` are fields whose value was not valid: theirs is a stand-in."""

    entry: ChangeEntry
    file: YamlFile
    number: int
    faulty: frozenset[str] = frozenset()

    def at(self, *steps: str) -> Place:
        """Place of the change, or of a field in it."""
        return self.file.at("changes", self.number, *steps)


MISSING = {
    "source": Words(
        "The change has no source: where was the new value read?",
        "此更正没有来源：新值见于何处？",
    ),
    "reason": Words("The change has no reason: say why.", "此更正没有理由：请说明原因。"),
    "by": Words("The change names nobody who proposes it.", "此更正未写明提出者。"),
    "on": Words("The change has no day: say when it is proposed.", "此更正没有日期：请写明提出之日。"),
    "from": Words(
        "The change does not tell the value that stands now: `from` (null: unknown).",
        "此更正未写明现值：`from`（null 表示未知）。",
    ),
    "to": Words(
        "The change does not tell the new value: `to` (null: unknown).",
        "此更正未写明新值：`to`（null 表示未知）。",
    ),
    "uid": Words("The change names no thing: `uid`.", "此更正未指明对象：`uid`。"),
    "property": Words("The change names no property.", "此更正未指明属性。"),
}  # fmt: skip
"""What is said of a field that is missing or empty."""


def read_patch(path: Path, problems: Problems) -> list[Change]:
    """The changes of a patch; every fault is added to `problems`."""
    file = read_yaml(path, problems)
    if file is None:
        return []
    if file.tree.get("form") != FORM:
        said = Words(f"Begin the patch with `form: {FORM}`.", f"更正文件应以 `form: {FORM}` 开头。")
        problems.add(file.at("form"), said)
        return []
    for name in file.tree:
        if name not in ("form", "changes"):
            told = Words(f"A patch has no section {name!r}.", f"更正文件没有“{name}”一节。")
            problems.add(file.at(name), told, nearest(str(name), ["changes"]))
    rows = file.tree.get("changes")
    if not isinstance(rows, list) or not rows:
        none = Words("The patch holds no list `changes`.", "更正文件没有列表 `changes`。")
        problems.add(file.at("changes"), none)
        return []
    found = (_change(file, number, row, problems) for number, row in enumerate(rows))
    return [change for change in found if change is not None]


STAND_IN: Mapping[str, object] = {"source": "-", "reason": "-", "by": "-", "on": "2000-01-01"}
"""What stands for a field that is faulty, so that the others of its change are judged all the same."""


def _change(file: YamlFile, number: int, row: Any, problems: Problems) -> Change | None:
    """The change, also one with faults as far as the rest can be judged."""
    try:
        return Change(ChangeEntry.model_validate(row), file, number)
    except ValidationError as error:
        faults = error.errors(include_url=False)
    for detail in faults:
        inside = detail["loc"][:1] == ("source",) and len(detail["loc"]) > 1
        text, like = _explained(detail, PatchSource if inside else ChangeEntry)
        problems.add(file.at("changes", number, *where(detail)), text, like)
    wrong = frozenset(str(detail["loc"][0]) for detail in faults if detail["loc"])
    if not wrong or wrong & {"uid", "property", "from", "to"}:
        return None
    known = {key: value for key, value in row.items() if key not in wrong}
    instead = {key: value for key, value in STAND_IN.items() if key in wrong}
    return Change(ChangeEntry.model_validate({**known, **instead}), file, number, wrong)


def _explained(detail: ErrorDetails, model: type[Row]) -> tuple[Words, tuple[str, ...]]:
    steps = detail["loc"]
    field = str(steps[0]) if len(steps) == 1 else ""
    empty = detail["type"] in ("missing", "string_too_short") or detail.get("input") is None
    if field in MISSING and empty:
        return MISSING[field], ()
    return explained(detail, model)


def patch_text(changes: Iterable[Mapping[str, object] | ChangeEntry], head: str = "") -> str:
    """A patch as a file: a line a field, so that a diff shows what differs."""
    lines = [f"# {line}" for line in head.splitlines()]
    return "\n".join([*lines, f"form: {FORM}\n", "changes:", *map(change_text, changes), ""])


def change_text(change: Mapping[str, object] | ChangeEntry) -> str:
    """One change of a patch, as an item of its list."""
    fields = change if isinstance(change, Mapping) else fields_of(change)
    pairs = [f"{key}: {value_text(value)}" for key, value in fields.items()]
    return "- " + "\n  ".join(pairs)


def fields_of(change: ChangeEntry) -> dict[str, object]:
    """The fields of a change as a patch writes them."""
    source: object = change.source.uid
    if change.source.entry is not None:
        source = {"uid": change.source.uid, **change.source.entry}
    fields = change.model_dump(by_alias=True, exclude={"source"}, mode="json")
    return {**fields, "source": source}
