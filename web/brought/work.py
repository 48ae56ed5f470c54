"""What is done with a draft, as the work of a job: a notice read, tables checked, the graph changed."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace
from pathlib import Path

from graph.connection import Database
from graph.connection.limits import UNLIMITED
from graph.core.errors import InputError, InvalidData
from graph.core.files import fresh_file
from graph.core.language import say, spoken
from graph.core.words import NOTHING, Words
from graph.server.jars import Progress
from loaders.files.decoding import decoded
from loaders.files.problems import Problem
from loaders.load.naming import Touched, touched
from loaders.load.verbs import holds_dataset, load_groups
from loaders.notices.against import check_draft
from loaders.notices.changes import Changes, changes_of
from loaders.notices.check import text_tied
from loaders.notices.draft import draft_tables
from loaders.notices.drafted import read_draft
from loaders.notices.files.lines import read_lines
from loaders.notices.model import Notice
from loaders.notices.read import notice_of
from loaders.overlays.store import overlays_of
from loaders.tables.template.workbook import write_rows
from loaders.write.apply import Changes as Written
from web.brought.shelf import Draft

READ, CHECK, WRITE = STEPS = (
    Words("Reading the text", "正在读取文字"),
    Words("Checking and comparing with the graph", "正在校验并与图谱对比"),
    Words("Loading", "正在载入"),
)


@dataclass(frozen=True)
class Chosen:
    """How a draft is to be loaded, as the options of `lsgraph load groups`."""

    name: str = ""
    unsourced: bool = False
    replace: bool = False


@dataclass(frozen=True)
class Checked:
    """What is wrong with a draft (`problems`, or `refusal` where it fits no cell); else what would change."""

    problems: tuple[Problem, ...] = ()
    refusal: str = ""
    warnings: tuple[str, ...] = ()
    touched: tuple[Touched, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it can be loaded."""
        return not (self.problems or self.refusal)

    @property
    def groups(self) -> tuple[Touched, ...]:
        """The groups that it adds or changes."""
        return tuple(one for one in self.touched if one.kind == "Group")


def read(draft: Draft, database: Database, report: Progress) -> None:
    """Read a notice into a workbook of its draft; an adjustment beside its group in the graph."""
    path = draft.notice or draft.given[0]
    report(READ.en, 0, len(STEPS))
    lines = read_lines(path)
    notice = notice_of(lines)
    if draft.answer:
        answer = read_draft(decoded(draft.answer.read_bytes())[0], draft.answer)
        held = check_draft(answer, notice, lines)
        notice = replace(held.notice, advice=held.said)
    draft.take_note("text", text_tied(notice, lines))
    found = changes_of(notice, database) if notice.adjusts else None
    changes = found if isinstance(found, Changes) else None
    told = changes.said if changes else (found,) if isinstance(found, Words) else ()
    draft.take_note("checks", _checks(notice) | {"changes": [say(one) for one in told]})
    with fresh_file(draft.folder / "ready" / f"{path.stem}.xlsx", True) as made:
        write_rows(made, spoken(), draft_tables(notice, path, changes))


def _checks(notice: Notice) -> dict[str, object]:
    seats = [seat for group in notice.groups for seat in group.seats]
    lost = [(one.line, one.text, say(one.why)) for one in notice.not_understood]
    return {
        "seats": [say(seat.check) for seat in seats], "lost": lost,
        "advice": say(notice.advice or NOTHING), "machine": notice.machine,
    }  # fmt: skip


def check(
    draft: Draft, chosen: Chosen, overlays: Path, database: Database, report: Progress
) -> Checked:
    """Find what is wrong, else what a load would change; nothing is written to the graph.

    `overlays` is the folder of corrections, which stay laid over what is shipped.
    """
    try:
        report(CHECK.en, 1, len(STEPS))
        changes, warnings = _load(draft, chosen, overlays, database, report, dry_run=True)
        told = tuple(short(draft, warning) for warning in warnings)
        return Checked((), "", told, tuple(touched(database, changes)))
    except InvalidData as error:
        found = tuple(_named(one) for one in error.found if isinstance(one, Problem))
        return Checked(found, "" if found else short(draft, str(error)))
    except InputError as error:
        return Checked((), short(draft, str(error)))


def load(
    draft: Draft,
    chosen: Chosen,
    overlays: Path,
    shown: Checked | None,
    database: Database,
    report: Progress,
) -> Checked:
    """Load a draft; answers what it changed. It goes on where its reader leaves.

    `shown` is what a check of this state found; without it the draft is checked once more.
    """
    endless = replace(database, limits=replace(UNLIMITED, stop=database.limits.stop))
    checked = shown or check(draft, chosen, overlays, endless, report)
    if checked.sound:
        report(WRITE.en, 2, len(STEPS))
        _load(draft, chosen, overlays, endless, report)
        groups = [[one.uid, one.name] for one in checked.groups]
        when = dt.datetime.now().isoformat(timespec="seconds")
        draft.take_note("loaded", {"digest": draft.digest(), "when": when, "groups": groups})
    return checked


def _load(
    draft: Draft,
    chosen: Chosen,
    overlays: Path,
    database: Database,
    report: Progress,
    *,
    dry_run: bool = False,
) -> tuple[Written, tuple[str, ...]]:
    path = draft.ready
    if path is None:
        raise InputError(Words("The notice has not been read.", "通知尚未读取。"))

    def told(text: str, done: int, total: int) -> None:
        report(text, 1 if dry_run else 2, len(STEPS))

    # What is shipped stays as much as it is; `replace` is meant for groups of one's own.
    return load_groups(
        database, [path], whole=holds_dataset(database), dry_run=dry_run, force=chosen.replace,
        allow_unsourced=chosen.unsourced, name=chosen.name or draft.name, report=told,
        overlays=overlays_of(overlays),
    )  # fmt: skip


def _named(problem: Problem) -> Problem:
    """A problem whose file is named as its user knows it."""
    place = problem.place
    return replace(problem, place=replace(place, path=Path(place.path.name)))


def short(draft: Draft, text: str) -> str:
    """Return a text with the names of files as their user knows them, without the folders of the shelf."""
    folders = (draft.folder / "ready" / draft.name, draft.folder / "ready", draft.folder / "given")
    for folder in folders:
        text = text.replace(f"{folder}{os.sep}", "")
    return text
