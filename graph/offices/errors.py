"""Why words of a title or a name of a body mean nothing that is known."""

from __future__ import annotations

import datetime as dt

from graph.core.words import Words


class NotRead(Exception):
    """Words that could not be read; `words` say why.

    `first` is the first later day on which they mean a unit, None where no day is known.
    """

    def __init__(self, text: Words, first: dt.date | None = None) -> None:
        self.words = text
        super().__init__(self.words.en)
        self.first = first


class NotUnderstood(NotRead):
    """A title that no rule covers; the text says which part."""


class Unresolved(NotRead):
    """A name that means no unit of the table."""


class NotThen(NotRead):
    """A body that did not exist on the day."""
