"""What must hold of division data; every breach becomes one line with file, line and remedy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.core.dates import Period, start_bound
from graph.core.errors import InputError
from graph.core.words import Words
from loaders.divisions.breach import Breach
from loaders.divisions.periods import DivisionData, misfits
from loaders.divisions.rows import (
    BASES,
    CODE_ENDS,
    LEVELS,
    MODES,
    SUCCESSIONS,
    SuccessionRow,
    TieRow,
    UnitRow,
)


@dataclass(frozen=True)
class Known:
    """Words that rows may use, and the codes that have no superior here."""

    kinds: frozenset[str]
    without_superior: frozenset[str]
    sources: frozenset[str]


def problems(folder: Path, rows: DivisionData, known: Known) -> list[Breach]:
    """Return all breaches, first those of single rows, then those of the tree; empty if there are none."""
    uids = {unit.uid for unit in rows.units}
    breaches = [
        *_at(folder / "units.csv", (_unit_problems(row, known) for row in rows.units)),
        *_repeated(folder / "units.csv", [row.uid for row in rows.units]),
        *_at(folder / "ties.csv", (_tie_problems(row, known, uids) for row in rows.ties)),
        *_at(
            folder / "successions.csv",
            (_succession_problems(row, known, uids) for row in rows.successions),
        ),
    ]
    return breaches or list(tree_problems(folder, rows, known.without_superior))


def _at(path: Path, found: Iterator[Iterator[Words]]) -> Iterator[Breach]:
    for line, messages in enumerate(found, start=2):
        yield from (Breach(f"{path}:{line}", message) for message in messages)


def _repeated(path: Path, uids: list[str]) -> Iterator[Breach]:
    counted = Counter(uids)
    for line, uid in enumerate(uids, start=2):
        if counted[uid] > 1:
            yield Breach(
                f"{path}:{line}",
                Words(
                    f"the uid {uid} stands in {counted[uid]} rows; number them.",
                    f"uid {uid} 出现在 {counted[uid]} 行中；请编号区分。",
                ),
            )


def _unit_problems(row: UnitRow, known: Known) -> Iterator[Words]:
    yield from _code_problems(row)
    if row.kind not in known.kinds:
        yield Words(
            f"unknown kind {row.kind!r}; add it to kinds.yaml.",
            f"建制“{row.kind}”未知；请加入 kinds.yaml。",
        )
    for rank in (row.rank, row.rank_by_rule):
        if rank is not None and not 1 <= rank <= 10:
            yield Words(f"rank {rank} is not one of 1 to 10.", f"级别 {rank} 不在 1 至 10 之间。")
    if row.rank_basis not in BASES:
        yield Words(
            f"rank_basis {row.rank_basis!r} is not one of {', '.join(BASES)}.",
            f"rank_basis 的值“{row.rank_basis}”不在可选值中：{'、'.join(BASES)}。",
        )
    if not row.name or not row.pinyin:
        yield Words("name and pinyin must not be empty.", "name 和 pinyin 不能为空。")
    yield from _date_problems(row)
    yield from _source_problem(row.source, known)


def _code_problems(row: UnitRow) -> Iterator[Words]:
    if row.level not in LEVELS:
        yield Words(
            f"level {row.level!r} is not one of {', '.join(LEVELS)}.",
            f"level 的值“{row.level}”不在可选值中：{'、'.join(LEVELS)}。",
        )
        return
    digits = 9 if row.level == "Township" else 6
    if not re.fullmatch(rf"\d{{{digits}}}", row.code):
        yield Words(
            f"code {row.code!r} of a {row.level} must have {digits} digits.",
            f"{row.level} 的代码“{row.code}”应为 {digits} 位数字。",
        )
    elif row.level != "Township" and not row.code.endswith(CODE_ENDS[row.level]):
        yield Words(
            f"code {row.code} is not the code of a {row.level}.",
            f"代码 {row.code} 不是 {row.level} 的代码。",
        )


def _date_problems(row: UnitRow | TieRow) -> Iterator[Words]:
    try:
        period = Period.of(row.valid_from, row.valid_to)
    except InputError as wrong:
        yield wrong.words
        return
    for given, meant, column in (
        (row.from_precision, period.start.precision, "from_precision"),
        (row.to_precision, period.end.precision, "to_precision"),
    ):
        if given != meant:
            yield Words(
                f"{column} is {given!r}, but the date says {str(meant)!r}.",
                f"{column} 为“{given}”，而日期为“{meant!s}”。",
            )


def _tie_problems(row: TieRow, known: Known, uids: set[str]) -> Iterator[Words]:
    yield from _unknown_uids((row.lower, row.upper), uids)
    if row.mode not in MODES:
        yield Words(
            f"mode {row.mode!r} is not one of {', '.join(MODES)}.",
            f"mode 的值“{row.mode}”不在可选值中：{'、'.join(MODES)}。",
        )
    yield from _date_problems(row)
    yield from _source_problem(row.source, known)


def _succession_problems(row: SuccessionRow, known: Known, uids: set[str]) -> Iterator[Words]:
    yield from _unknown_uids((row.old, row.new), uids)
    if row.kind not in SUCCESSIONS:
        yield Words(
            f"kind {row.kind!r} is not one of {', '.join(SUCCESSIONS)}.",
            f"kind 的值“{row.kind}”不在可选值中：{'、'.join(SUCCESSIONS)}。",
        )
    try:
        precision = start_bound(row.on).precision
    except InputError as wrong:
        yield wrong.words
    else:
        if row.precision != precision:
            yield Words(
                f"precision is {row.precision!r}, but the date says {str(precision)!r}.",
                f"precision 为“{row.precision}”，而日期为“{precision!s}”。",
            )
    yield from _source_problem(row.source, known)


def _unknown_uids(named: tuple[str, str], uids: set[str]) -> Iterator[Words]:
    for uid in named:
        if uid not in uids:
            yield Words(
                f"no unit has the uid {uid!r}; check units.csv.",
                f"没有 uid 为“{uid}”的单位；请查看 units.csv。",
            )


def _source_problem(source: str, known: Known) -> Iterator[Words]:
    if source not in known.sources:
        yield Words(
            f"unknown source {source!r}; add it to sources.yaml.",
            f"来源“{source}”未知；请加入 sources.yaml。",
        )


def tree_problems(
    folder: Path, data: DivisionData, without_superior: frozenset[str]
) -> Iterator[Breach]:
    """Breaches of the tree, for rows that are sound in themselves."""
    lines = {unit.uid: f"{folder / 'units.csv'}:{n}" for n, unit in enumerate(data.units, start=2)}
    yield from _overlaps(data, lines)
    own: dict[str, list[Period]] = defaultdict(list)
    levels = {unit.uid: LEVELS.index(unit.level) for unit in data.units}
    for line, (tie, span) in enumerate(zip(data.ties, data.tie_periods, strict=True), start=2):
        own[tie.lower].append(span)
        for message in _tie_in_tree(tie, span, data.periods, levels):
            yield Breach(f"{folder / 'ties.csv'}:{line}", message)
    for unit in data.units:
        if unit.level != "Country" and unit.code not in without_superior:
            for message in _uncovered(unit, data.periods[unit.uid], own[unit.uid]):
                yield Breach(lines[unit.uid], message)


def _overlaps(data: DivisionData, lines: dict[str, str]) -> Iterator[Breach]:
    for before, after in data.overlaps():
        yield Breach(
            lines[after.uid],
            Words(
                f"{after.uid} starts on {data.periods[after.uid].start.day}, while"
                f" {before.uid} holds the code until {data.periods[before.uid].end.day}.",
                f"{after.uid} 始于 {data.periods[after.uid].start.day}，"
                f"而 {before.uid} 使用该代码至 {data.periods[before.uid].end.day}。",
            ),
        )


def _tie_in_tree(
    tie: TieRow, span: Period, periods: dict[str, Period], levels: dict[str, int]
) -> Iterator[Words]:
    if levels[tie.upper] >= levels[tie.lower]:
        yield Words(
            f"{tie.upper} is not of a higher level than {tie.lower}.",
            f"{tie.upper} 的层级不高于 {tie.lower} 。",
        )
    for uid in (tie.lower, tie.upper):
        if span.start.day < periods[uid].start.day or span.end.day > periods[uid].end.day:
            yield Words(
                f"the tie holds from {span.start.day} to {span.end.day}, but {uid} only from"
                f" {periods[uid].start.day} to {periods[uid].end.day}.",
                f"该关系自 {span.start.day} 至 {span.end.day}，而 {uid} 只存在于 "
                f"{periods[uid].start.day} 至 {periods[uid].end.day}。",
            )


def _uncovered(unit: UnitRow, whole: Period, ties: list[Period]) -> Iterator[Words]:
    for since, until in misfits(whole, ties):
        if since < until:
            yield Words(
                f"{unit.uid} has no superior from {since} to {until}.",
                f"{unit.uid} 在 {since} 至 {until} 之间没有上级。",
            )
        else:
            yield Words(
                f"{unit.uid} has two superiors from {until} to {since}.",
                f"{unit.uid} 在 {until} 至 {since} 之间有两个上级。",
            )
