"""Pictures: what a page shows, in one contract, and one file a kind of picture that fills it.

The kinds ask the catalogue: `group.group_picture`, `government.government_picture`, `person.person_picture`,
`region.region_picture`, `region_groups.region_groups_picture`, `query.query_picture`: import them by their
own names, so that a picture loads only what it asks.
"""

from graph.core.words import Words
from graph.pictures.contract import (
    MOST_BOXES,
    Fact,
    GroupEntry,
    Matrix,
    MatrixCell,
    MatrixLine,
    Picture,
    PictureNode,
    PictureTie,
    RosterSeat,
    SourceRef,
)

__all__ = [
    "MOST_BOXES",
    "Fact",
    "GroupEntry",
    "Matrix",
    "MatrixCell",
    "MatrixLine",
    "Picture",
    "PictureNode",
    "PictureTie",
    "RosterSeat",
    "SourceRef",
    "Words",
]
