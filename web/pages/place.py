"""A division or an agency as a page: where it stands, its groups, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from graph.core.terms import LEVELS, ROLES, division_kind, term
from graph.core.words import Words
from graph.pictures.words import span_words
from graph.places.sheet import PlaceSheet
from web.pages.around import Around
from web.pages.render import render

ROLE_WORDS = {**ROLES, "host": Words("host", "牵头")}


def place_page(sheet: PlaceSheet, as_of: str, around: Around, notes: Sequence[str] = ()) -> str:
    """Return the page of a unit; `as_of` is the day as the address gives it."""
    unit = sheet.unit
    return render(
        "place.html", around, title=around.say(unit.name_en or unit.name, unit.name), sheet=sheet, unit=unit,
        as_of=as_of, notes=[*notes, *sheet.notes], roles=ROLE_WORDS, levels=LEVELS, term=term,
        kind_of=division_kind, span=span_words,
    )  # fmt: skip
