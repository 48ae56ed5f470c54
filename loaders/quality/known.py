"""Known cases of the guard: finds that stay, listed with their reason in loaders/data/known.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from graph.core.errors import InputError
from graph.core.words import Words
from loaders.form.listed import read_list
from loaders.form.values import Row, Text
from loaders.quality.finds import FINDERS, Find

KNOWN = Path(__file__).parents[1] / "data" / "known.yaml"


class KnownCases(Row):
    """Finds of one kind that stay for one reason."""

    kind: Text
    why: Text
    uids: Annotated[tuple[Text, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Judged:
    """Finds that no line lists, those that one does, and lines whose case is not found (stale)."""

    new: Sequence[Find]
    held: Sequence[tuple[str, str]]
    stale: Sequence[tuple[str, str]]


def known_cases(*own: Path) -> Mapping[tuple[str, str], str]:
    """Why each known find stays, by its key: the shipped list and lists of one's own.

    Raises InvalidData for a faulty list, InputError for an unknown kind or a case listed twice.
    """
    found: dict[tuple[str, str], str] = {}
    for path in (KNOWN, *own):
        for cases in _listed(path):
            for uid in cases.uids:
                if (cases.kind, uid) in found:
                    raise InputError(
                        Words(
                            f"{path}: {cases.kind} {uid} is listed twice. Remove one.",
                            f"{path}：{cases.kind} {uid} 列出两次。请去掉一处。",
                        )
                    )
                found[cases.kind, uid] = cases.why
    return found


def _listed(path: Path) -> Iterator[KnownCases]:
    for row in read_list(path, "known", KnownCases):
        if row.kind not in FINDERS:
            kinds = ", ".join(FINDERS)
            raise InputError(
                Words(
                    f"{path}: Unknown kind {row.kind!r}. Choose one of {kinds}.",
                    f"{path}：类别“{row.kind}”未知。可选：{kinds}。",
                )
            )
        yield row


def judged(found: Iterable[Find], known: Mapping[tuple[str, str], str]) -> Judged:
    """The finds held against the list."""
    finds = list(found)
    keys = {find.key for find in finds}
    new = [find for find in finds if find.key not in known]
    held = [key for key in known if key in keys]
    return Judged(new, held, [key for key in known if key not in keys])


def told(result: Judged) -> Iterator[Words]:
    """Each new find and each stale line in words."""
    for find in result.new:
        key = f"{find.kind} {find.uid}"
        yield Words(f"New: {key}: {find.text.en}.", f"新发现：{key}：{find.text.zh}。")
    for kind, uid in result.stale:
        yield Words(
            f"Not found any more: {kind} {uid}. Remove its line from the list of known cases.",
            f"不再出现：{kind} {uid}。请从已知情形表中删去该行。",
        )
