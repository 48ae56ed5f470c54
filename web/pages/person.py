"""A person as a page: posts held, and seats in groups."""

from __future__ import annotations

from collections.abc import Sequence

from graph.chairs.persons import PersonSheet
from graph.core.terms import EXECUTIVE, MODES, ROLES, term
from graph.pictures.words import span_words
from web.pages.around import Around
from web.pages.render import render


def person_page(sheet: PersonSheet, as_of: str, around: Around, notes: Sequence[str] = ()) -> str:
    """Return the page of a person; `as_of` is the day as the address gives it."""
    nobody = sum(row.n_post_only + row.n_neither for row in sheet.groups.counted)
    return render(
        "person.html", around, title=sheet.groups.person.name, person=sheet.groups.person,
        seats=sheet.groups.seats, posts=sheet.posts, as_of=as_of, notes=notes, nobody=nobody,
        total=sum(row.n_seats for row in sheet.groups.counted), executive=EXECUTIVE, roles=ROLES,
        modes=MODES, term=term, span=span_words,
    )  # fmt: skip
