"""Small worlds of the chairs' tests, written into a real graph."""

from __future__ import annotations

from graph.connection import Database
from loaders.write.apply import sync
from tests.properties.world_graph import records
from tests.reference.draft import Draft, shandong


def written(database: Database, draft: Draft) -> Database:
    """The graph with the world of a draft in it."""
    sync(database, records(draft.world()), force=True)
    return database


def over_three(deputy: str, person: str | None = None) -> Draft:
    """The vice-governor over two districts of 济南 and over 淄博; one deputy chair."""
    draft = shandong()
    for district in ("历下", "历城"):
        draft.division(district, "County", 5, "济南")
    draft.listed("历下", "历城", "淄博")
    draft.seat("chair", "副省长", person="甲")
    draft.holds("甲", "副省长")
    draft.seat("deputy_chair", deputy, person=person)
    draft.says(issuers=("山东",))
    return draft
