"""What is loaded without a source (`--allow-unsourced`): one source of that name."""

from __future__ import annotations

from loaders.form.schema import SourceEntry

UNSOURCED = "unsourced"
"""Id of the source of everything that names none; `source` of a tie shows it."""


def no_source() -> SourceEntry:
    """The entry of that source; no file may write its kind."""
    return SourceEntry.model_construct(
        title="No source given (未注明来源)", url=None, kind=UNSOURCED, date=None, licence=None
    )
