"""Persons entered twice: what is compared, and that nothing that is alike is left out."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from loaders.tables.understand.people import alike, near

NAMES = st.lists(st.text("王中忠林明A ", min_size=1, max_size=5), max_size=12)


@given(NAMES)
def test_names_that_are_alike_are_among_those_that_are_near(names: list[str]) -> None:
    every = combinations(range(len(names)), 2)
    assert {(a, b) for a, b in every if alike(names[a], names[b])} <= set(near(names))


def test_few_of_many_names_are_near() -> None:
    """Four thousand officials of one body: eight million pairs, of which a few thousand are looked at."""
    names = [f"王{chr(0x4E00 + n)}{chr(0x5E00 + n * 7 % 4000)}" for n in range(4000)]
    assert len(near([*names, "王一", "王二"])) < 10_000
