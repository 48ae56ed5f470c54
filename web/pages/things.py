"""A person and a place as pages: posts and seats of the one, what the other is, was and stands under."""

from __future__ import annotations

from collections.abc import Sequence

from graph.ask.reasons import chairs_in_words, type_in_words
from graph.ask.remarks import remark
from graph.chairs.persons import PersonSheet
from graph.core.terms import (
    EXECUTIVE,
    LEVELS,
    MODES,
    RELATIONS_TO_PLACE,
    ROLES,
    division_kind,
    term,
)
from graph.core.words import Words
from graph.pictures.words import span_words
from graph.places.sheet import PlaceSheet
from visualize.picture.words import gap_text
from web.pages.around import Around
from web.pages.facts.statements import EMPTY, Drawer
from web.pages.render import render

ROLE_WORDS = {**ROLES, "host": Words("host", "东道政府")}


def person_page(
    sheet: PersonSheet,
    as_of: str,
    around: Around,
    notes: Sequence[str] = (),
    drawer: Drawer = EMPTY,
) -> str:
    """Return the page of a person; `as_of` is the day of the address, `drawer` as of `group_page`."""
    nobody = sum(row.n_post_only + row.n_neither for row in sheet.groups.counted)
    return render(
        "person.html", around, title=sheet.groups.person.name, person=sheet.groups.person,
        seats=sheet.groups.seats, posts=sheet.posts, as_of=as_of, notes=notes, nobody=nobody,
        total=sum(row.n_seats for row in sheet.groups.counted), executive=EXECUTIVE, roles=ROLES,
        modes=MODES, term=term, span=span_words, drawer=drawer, apart=remark(sheet.groups.person.note),
    )  # fmt: skip


def place_page(
    sheet: PlaceSheet, as_of: str, around: Around, notes: Sequence[str] = (), drawer: Drawer = EMPTY
) -> str:
    """Return the page of a unit; `as_of` is the day of the address, `drawer` as of `group_page`."""
    unit = sheet.unit
    return render(
        "place.html", around, title=around.say(unit.name_en or unit.name, unit.name), sheet=sheet, unit=unit,
        as_of=as_of, notes=[*notes, *sheet.notes], roles=ROLE_WORDS, levels=LEVELS, term=term,
        kind_of=division_kind, span=span_words, drawer=drawer, relations=RELATIONS_TO_PLACE,
        chairs_of=chairs_in_words, type_of=type_in_words, gap_text=gap_text,
    )  # fmt: skip
