"""A page that says what cannot be answered, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from web.pages.around import Around
from web.pages.render import render

AGAIN_S = 5
"""Seconds after which a page without a database tries again."""


@dataclass(frozen=True)
class Fault:
    """What went wrong: the status of the answer, the words, and names that may have been meant."""

    status: int
    text: str
    choices: tuple[str, ...] = ()


def fault_page(fault: Fault, around: Around) -> str:
    """Return the page of a fault."""
    return render("fault.html", around, fault=fault, again=AGAIN_S)
