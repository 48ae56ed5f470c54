"""A page of forty moments of a group to one of four, in work and in bytes.

Ten times the pictures may take twelve times the time, and no more bytes each.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

from bench.ratios import told
from graph.core.words import Words
from graph.pictures import Fact, Picture, PictureNode, PictureTie
from graph.pictures.several.changes import difference
from graph.pictures.several.moment import Difference, Moment, PictureSeries
from visualize.page.series import series_page

MEMBERS, FEW, TIMES, ROUNDS = 30, 4, 10, 5
START = dt.date(2000, 1, 1)


def compare_frames(rounds: int = ROUNDS) -> None:
    """Print how much longer, and how much larger, the page with ten times the moments is."""
    few, many = _series(FEW), _series(FEW * TIMES)
    alone = len(series_page(_series(1)))
    added = [(len(series_page(one)) - alone) / (len(one.moments) - 1) for one in (many, few)]
    pairs = [(_seconds(many), _seconds(few)) for _ in range(rounds)]
    told(f"page of {FEW * TIMES} moments to one of {FEW}", pairs, ", at most 12")
    print(
        f"bytes that a moment adds, of {FEW * TIMES} to of {FEW}: {added[0] / added[1]:.2f} times"
    )


def _seconds(series: PictureSeries) -> float:
    began = time.perf_counter()
    series_page(series)
    return time.perf_counter() - began


def _series(moments: int) -> PictureSeries:
    """Each moment has another chair, another member and another rank than the one before."""
    pictures = [_picture(number) for number in range(moments)]
    made = []
    for number, picture in enumerate(pictures):
        day, until = START + dt.timedelta(100 * number), START + dt.timedelta(100 * number + 100)
        made.append(Moment(
            day, until, replace(picture, as_of=str(day)), "WEAK", number % 3, None, True,
            difference(pictures[number - 1], picture) if number else Difference(),
        ))  # fmt: skip
    return PictureSeries(_words("Group"), tuple(made), moments)


def _picture(number: int) -> Picture:
    chair = _node(f"chair{number}", "post", "chair", 9)
    members = [
        _node(f"m{i}", "province", "member", 8 - (i == number % MEMBERS)) for i in range(MEMBERS)
    ]
    members.append(_node(f"guest{number % MEMBERS}", "agency", "member", 7))
    ties = tuple(
        PictureTie(chair.uid, m.uid, "AUTHORITY", "LINE", 9 - (m.rank or 0), _words("LINE"), (), ())
        for m in members
    )
    return Picture(_words("Group"), _words("Type"), "", "tiers", (), (), (chair, *members), ties)


def _node(uid: str, kind: str, role: str, rank: int) -> PictureNode:
    facts = (Fact(_words("Seat"), _words(f"{uid} seat")),)
    return PictureNode(uid, f"单位{uid}", f"Unit {uid}", kind, role, rank, False, False, facts, ())


def _words(text: str) -> Words:
    return Words(text, text)
