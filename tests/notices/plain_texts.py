"""Notices that a test holds as text."""

from __future__ import annotations

from loaders.notices.model import Line, Notice
from loaders.notices.read import notice_of


def notice_of_text(text: str) -> Notice:
    """The notice that a text holds, its lines counted from 1."""
    return notice_of([Line(i, line) for i, line in enumerate(text.splitlines(), start=1)])
