"""All cases by name."""

from __future__ import annotations

from tests.faults.corpus.case import Case
from tests.faults.corpus.packed import packed
from tests.faults.corpus.spoil import common
from tests.faults.corpus.texts import textual


def _named() -> dict[str, Case]:
    cases = [*common(), *textual(), *packed()]
    named = {case.name: case for case in cases}
    assert len(named) == len(cases), "two cases have one name"
    return dict(sorted(named.items()))


CASES = _named()
