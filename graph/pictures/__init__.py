"""Pictures: what a page shows, in one contract, and one file a kind of picture that fills it.

The kinds ask the catalogue: `group.group_picture`, `government.government_picture`, `person.person_picture`,
`region.region_picture`, `region_groups.region_groups_picture`, `query.query_picture`. They are imported by
their own names: the terms of the definitions are built of `Words`, so this package can not load them.
"""

from graph.pictures.contract import (
    MOST_BOXES,
    Fact,
    Picture,
    PictureNode,
    PictureTie,
    SourceRef,
    Words,
)

__all__ = ["MOST_BOXES", "Fact", "Picture", "PictureNode", "PictureTie", "SourceRef", "Words"]
