"""The options of a field whose names are completed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from graph.ask.names import Offer


def names_part(found: Sequence[Offer]) -> str:
    """Return the options of a list of offers."""
    return "".join(
        f'<option value="{escape(one.text)}">{escape(one.beside)}</option>' for one in found
    )
