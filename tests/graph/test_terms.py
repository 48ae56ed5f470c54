"""The one table of terms: closed lists of the form have a word each, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from graph.core import terms
from graph.core.words import Words
from graph.offices.ranks import Mode
from loaders.form import values as form_values
from loaders.tables import vocabulary
from loaders.tables.vocabulary import Values

LISTS: dict[str, tuple[object, dict[str, Words], Values | None]] = {
    "branch": (form_values.Branch, terms.BRANCHES, vocabulary.BRANCHES),
    "role": (form_values.Role, terms.ROLES, None),
    "leadership": (form_values.Leadership, terms.LEADERSHIPS, vocabulary.LEADERSHIPS),
    "roster": (form_values.Roster, terms.ROSTERS, vocabulary.ROSTERS),
    "rank basis": (form_values.RankBasis, terms.RANK_BASES, None),
    "confidence": (form_values.Confidence, terms.CONFIDENCES, vocabulary.CONFIDENCES),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_form_and_the_tables_take_what_the_terms_name(name: str) -> None:
    form, named, values = LISTS[name]
    assert get_args(form) == tuple(named)
    if values:
        assert list(values.words) == list(named)
        assert all(values.read(said.zh) == value for value, said in named.items())


def test_modes_are_those_of_offices() -> None:
    assert list(terms.MODES) == [str(mode) for mode in Mode] == list(vocabulary.MODES.words)


def test_every_term_has_both_languages() -> None:
    listed = [table for table in vars(terms).values() if isinstance(table, dict) and table]
    words = [said for table in listed for said in table.values() if isinstance(said, Words)]
    assert len(words) > 80
    assert all(said.en and said.zh for said in words)
