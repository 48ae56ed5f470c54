"""Answers and graphs as tables: CSV, Parquet, Stata, workbooks, and the CSV of Neo4j's import."""
