"""Random pictures for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.pictures import Picture, PictureNode, PictureTie
from tests.visualize.samples import words

KINDS = ("post", "country", "province", "prefecture", "county", "township", "agency", "other")
ROLES = ("chair", "deputy_chair", "member", "superior", "subordinate", "focus")
TIES = ("CHAIRS", "DEPUTY_CHAIRS", "MEMBER_OF", "AUTHORITY", "COMMAND", "IN")
RELATIONS = ("OWN", "LINE", "OUTRANK_ONLY", "PEER", "OUTRANKED", "UNKNOWN")


def picture(layout: str, nodes: list[PictureNode], ties: list[PictureTie]) -> Picture:
    """A picture of the given nodes and ties."""
    return Picture(words("t"), words("c"), "", layout, (), (), tuple(nodes), tuple(ties))


@st.composite
def nodes(draw: st.DrawFn, most: int = 40) -> list[PictureNode]:
    """One group and up to `most` others with any names and ranks."""
    texts = st.text(max_size=50)
    count = draw(st.integers(1, most))
    group = PictureNode("g", draw(texts), "", "group", "group", None, False, False, (), ())
    return [group] + [
        PictureNode(
            uid=f"n{number}",
            label=draw(texts),
            label_en=draw(texts),
            kind=draw(st.sampled_from(KINDS)),
            role=draw(st.sampled_from(ROLES)),
            rank=draw(st.none() | st.integers(1, 10)),
            supposed=draw(st.booleans()),
            unknown=draw(st.booleans()),
            facts=(),
            sources=(),
        )
        for number in range(count)
    ]


@st.composite
def groups(draw: st.DrawFn, least: int = 0, most: int = 60) -> Picture:
    """Any nodes with any ties between two different ones, about so many."""
    drawn = draw(nodes())
    ends = st.integers(0, len(drawn) - 1)
    ties = [
        PictureTie(
            start=drawn[start].uid,
            end=drawn[end].uid,
            kind=kind,
            relation=draw(st.sampled_from(RELATIONS)) if kind == "AUTHORITY" else None,
            gap=draw(st.none() | st.integers(-9, 9)) if kind == "AUTHORITY" else None,
            label=words(kind),
            facts=(),
            sources=(),
        )
        for start, end, kind in draw(
            st.lists(st.tuples(ends, ends, st.sampled_from(TIES)), min_size=least, max_size=most)
        )
        if start != end
    ]
    return picture("tiers", drawn, ties)


@st.composite
def hierarchies(draw: st.DrawFn) -> Picture:
    """A forest: each node but the first hangs on an earlier one or is a root."""
    drawn = draw(nodes(60))
    ties = []
    for number in range(1, len(drawn)):
        above = draw(st.integers(-1, number - 1))
        if above >= 0:
            start, end = drawn[above].uid, drawn[number].uid
            ties.append(PictureTie(start, end, "COMMAND", None, None, words(""), (), ()))
    return picture("tree", drawn, ties)
