"""One thing that was looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.core.errors import LsgraphError
from graph.core.words import NOTHING, Words


@dataclass(frozen=True)
class Finding:
    """A part that was looked at, whether it is well, what was found, and what to do about it.

    A part that is well may have a remedy too: something that will be done, or may be.
    """

    part: str
    ok: bool
    found: Words
    remedy: Words = NOTHING


def looked(part: str, look: Callable[[], Finding | Iterable[Finding]]) -> list[Finding]:
    """Return what `look` finds; an error that lsgraph explains is a finding itself."""
    try:
        found = look()
        return [found] if isinstance(found, Finding) else list(found)
    except (LsgraphError, OSError) as error:
        words = error.words if isinstance(error, LsgraphError) else Words.same(error)
        return [Finding(part, False, words)]
