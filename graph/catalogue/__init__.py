"""The query catalogue: each file below `cypher/` is a function here.

from graph.catalogue import queries
queries.authority_by_group(groups=["group:jinan-laiwu"])
"""

from graph.catalogue.catalogue import Catalogue, shipped
from graph.catalogue.entry import Query
from graph.results import Result, Row

queries = shipped()

__all__ = ["Catalogue", "Query", "Result", "Row", "queries", "shipped"]
