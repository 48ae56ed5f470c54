"""The catalogue as pages: the list of its questions, and each as a form with its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.ask.answered import Answered
from graph.catalogue import Query
from graph.catalogue.entry import example_pairs
from graph.catalogue.header import Parameter
from graph.core import terms
from graph.core.words import Words
from web.pages.around import Around, address
from web.pages.render import render

RESERVED = ("lang", "run", "limit", "token", "page")
"""Entries of an address that are no parameters of a query."""
TITLE = Words("Questions that can be asked", "可提的问题")


@dataclass(frozen=True)
class Form:
    """The form of a query: `texts` are what stands in its fields."""

    query: Query
    texts: Mapping[str, str]

    @property
    def example(self) -> dict[str, str]:
        """What the example of the header fills in."""
        return example_pairs(self.query.header.example)

    def control(self, parameter: Parameter) -> str:
        """How a parameter is entered: boolean, integer, map, name or text."""
        kind = parameter.type.item or parameter.type
        if kind.uid:
            return "name"
        if kind.name == "map":
            return "map"
        plain = parameter.type.name in ("boolean", "integer", "float")
        return parameter.type.name if plain else "text"

    def kinds(self, parameter: Parameter) -> str:
        """What a name may be of, as the list of names takes it."""
        return "|".join((parameter.type.item or parameter.type).uid)

    def default(self, parameter: Parameter) -> str:
        """The default as it is typed, empty where there is none."""
        return typed(parameter.default)

    def address(self, **more: object) -> str:
        """The address of the form as it is filled in."""
        return address(f"/ask/{self.query.name}", **self.texts, **more)

    def file(self, format: str) -> str:
        """The address of the answer as a file."""
        return address(f"/ask/{self.query.name}/answer.{format}", **self.texts)


def questions_page(
    found: Sequence[Query], tags: Sequence[str], text: str, tag: str, around: Around
) -> str:
    """Return the list of questions, those that a search has found."""
    return render(
        "questions.html", around, title=around.told(TITLE), found=found, tags=tags, text=text, tag=tag,
        title_of=lambda query: title_of(query, around),
    )  # fmt: skip


def asked_page(form: Form, answer: Answered | None, around: Around, error: str = "") -> str:
    """Return the form of a query, with its answer where it was asked, or what is wrong with it."""
    query = form.query
    return render(
        "ask.html", around, title=title_of(query, around), form=form, query=query, answer=answer, error=error,
        api=address(f"/api/v1/{query.name}", **form.texts),
        meanings={column.name: around.told(column.meaning) for column in query.columns},
        unit=terms.unit,
    )  # fmt: skip


def title_of(query: Query, around: Around) -> str:
    """The title of a query in the language of the page."""
    return around.say(query.header.title, query.header.zh)


def typed(value: Any) -> str:
    """A value as it is typed into a field."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
