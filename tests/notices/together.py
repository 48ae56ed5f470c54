"""Names and titles of all shipped rosters run together, and how the notice reader tells them apart.

Every pair of a person and a title of the shipped groups is written without a space, name first and title
first, alone, behind a role, and in lists, as notices print them; the reader says which words are whose.
`python -m tests.notices.together` prints it by layout.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.groups.read import read_everything
from loaders.notices.lines.columns import read_entry
from loaders.notices.words.roles import split_labels
from loaders.notices.words.titles import Place, is_title
from tests.notices.cases import ASIDE, Score, cases, score

Pair = tuple[str, str]
Text = tuple[str, Sequence[Pair]]
"""Words of a roster, and the persons and titles in them."""
LIST = 6
"""Persons of a list."""
PLACE = Place("国务院", "国务院")


@dataclass(frozen=True)
class Told:
    """How many pairs were asked and read right, how many wrong ones are certain, how many right ones not."""

    asked: int
    right: int
    silent: int
    doubted: int


def shipped_pairs() -> list[Pair]:
    """Every person with a title in the shipped groups, titles without spaces and marks, in a drawn order."""
    data = read_everything()
    names = {person.uid: person.name for person in data.persons}
    told = [(seat.person, "".join((seat.title or "").split())) for seat in data.seats]
    titled = [
        (who, title.removesuffix("(兼)").removesuffix("（兼）")) for who, title in told if who
    ]
    made = sorted({(names[who], title) for who, title in titled if is_title(title)})
    random.Random(1).shuffle(made)
    return made


def layouts(pairs: Sequence[Pair]) -> dict[str, list[Text]]:
    """The pairs as they are run together, by layout."""
    made: dict[str, list[Text]] = {}
    for order, join in (("name first", _name_first), ("title first", _title_first)):
        lists = [pairs[at : at + LIST] for at in range(0, len(pairs), LIST)]
        made[f"{order}, alone"] = [(join(pair), [pair]) for pair in pairs]
        made[f"{order}, behind a role"] = [(f"组长：{join(pair)}", [pair]) for pair in pairs]
        for name, mark in (("commas", "、"), ("spaces", " "), ("nothing", "")):
            made[f"{order}, {name} between"] = [
                (mark.join(map(join, some)), some) for some in lists
            ]
    return made


def _name_first(pair: Pair) -> str:
    return pair[0] + pair[1]


def _title_first(pair: Pair) -> str:
    return pair[1] + pair[0]


def told_apart(texts: Sequence[Text]) -> Told:
    """How the reader tells the pairs of texts apart."""
    asked = right = silent = doubted = 0
    for text, pairs in texts:
        _, pieces = split_labels(text)
        seats, _ = read_entry(pieces[0].words if pieces else text, PLACE)
        found = [((seat.person, seat.title), not seat.check) for seat in seats]
        both = Counter(pair for pair, _ in found) & Counter(pairs)
        asked, right = asked + len(pairs), right + both.total()
        silent += sum(sure and pair not in both for pair, sure in found)
        doubted += sum(not sure and pair in both for pair, sure in found)
    return Told(asked, right, silent, doubted)


def compare_notices(most: int | None = None) -> None:
    """Print how many seats of texts put aside are right, and how many run-together pairs by layout.

    Not of more than `most` pairs and a tenth as many texts; None: of all.
    """
    compare_aside(most and most // 10)
    for layout, texts in layouts(shipped_pairs()[:most]).items():
        told = told_apart(texts)
        share = (
            f"{told.right / told.asked:.1%} right, {told.silent / told.asked:.2%} wrong and certain"
        )
        doubted = f"{told.doubted / told.asked:.1%} right and doubted"
        print(f"notices, {layout}: {share}, {doubted} of {told.asked:,}", flush=True)


def compare_aside(most: int | None = None) -> None:
    """Print by layout how the texts put aside are read (tests/notices/texts_aside/README.md)."""
    for half, name in enumerate(("put aside", "to look at")):
        found: dict[str, list[Score]] = defaultdict(list)
        for case in cases(ASIDE)[:most]:
            if int(case.path.stem.partition("_")[0]) % 2 == half:
                found[case.layout].append(score(case))
        for layout, scores in found.items():
            right, stated = sum(s.right for s in scores), sum(s.stated for s in scores)
            silent = sum(len(s.silent) for s in scores)
            print(
                f"notices {name}, {layout}: {right} of {stated} right, {silent} wrong and certain"
            )


if __name__ == "__main__":
    compare_notices()
