"""The query catalogue: each file below `cypher/` is a function here.

from graph.catalogue import queries
queries.authority_by_group(groups=["group:jinan-laiwu"])

With files of one's own beside them: `catalogue_with([Path("my_queries")])`.
"""

from graph.catalogue.catalogue import Catalogue, catalogue_with, is_shipped, shipped
from graph.catalogue.entry import Query
from graph.connection.results import Result, Row

queries = shipped()

__all__ = [
    "Catalogue", "Query", "Result", "Row", "catalogue_with", "is_shipped", "queries", "shipped",
]  # fmt: skip
