"""Answers and graphs as tables: CSV, Parquet, Stata, workbooks, and the CSV of Neo4j's import."""

from collections.abc import Callable, Mapping

from graph.export.tabular.delimited import write_csv
from graph.export.tabular.parquet import write_parquet

WRITERS: Mapping[str, Callable[..., None]] = {"csv": write_csv, "parquet": write_parquet}
"""What writes one table to a file as its columns stand, by format."""
