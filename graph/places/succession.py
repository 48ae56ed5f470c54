"""What became of a division, in words: `襄樊市 was renamed 襄阳市 on 2010-11-26`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_VERBS = {
    "rename": "was renamed",
    "recode": "became",
    "upgrade": "became",
    "transfer": "passed to another superior as",
    "merge": "was merged into",
    "split": "was split into",
}
"""更名, 改码, 建制变更, 划转, 合并, 拆分."""


def changes_in_words(steps: Iterable[Mapping[str, Any]]) -> list[str]:
    """A sentence for each change, in the order given; what one unit became at once is one sentence.

    A step has old_code, old_name, new_code, new_name, kind, on, precision and document, as the queries
    `successor_on` and `predecessor_on` answer them.
    """
    groups: dict[tuple[str, str, str | None], dict[str, Mapping[str, Any]]] = {}
    for step in steps:
        groups.setdefault((step["old"], step["kind"], step["on"]), {})[step["new"]] = step
    return [_sentence(list(targets.values())) for targets in groups.values()]


def when(on: str | None, precision: str | None) -> str:
    """A date of EDTF in words: on a day, in a month or year, by a day."""
    if not on:
        return "on a day that is not known"
    if precision == "by":
        return f"by {on.strip('[.]')}"
    return f"{'on' if precision == 'day' else 'in'} {on}"


def _sentence(steps: list[Mapping[str, Any]]) -> str:
    first = steps[0]
    recoded = any(step["new_code"] != step["old_code"] for step in steps)
    old = _called(first["old_name"], first["old_code"], recoded)
    new = _listed([_called(step["new_name"], step["new_code"], recoded) for step in steps])
    document = f" ({first['document']})" if first["document"] else ""
    return (
        f"{old} {_verb(first['kind'], len(steps))} {new}"
        f" {when(first['on'], first['precision'])}{document}."
    )


def _verb(kind: str, targets: int) -> str:
    if kind == "merge" and targets > 1:
        return "was divided among"
    if kind == "split" and targets == 1:
        return "was split; a part became"
    return _VERBS.get(kind, "was followed by")


def _called(name: str, code: str, with_code: bool) -> str:
    return f"{name} ({code})" if with_code else name


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
